namespace Holdfast.Cli.Demo.Calls;

/// <summary>What surrounds every call: observers, and time that passes.</summary>
internal sealed class CallWatch(ICallObserver observer, CallLatency latency, Random random, TimeProvider timeProvider)
{
    /// <summary>Makes a call between its beginning and its end.</summary>
    public async Task<T> RunAsync<T>(CallStart call, Func<Task<T>> make, Func<T, CallEnd> describe, CancellationToken cancellationToken)
    {
        var begun = timeProvider.GetTimestamp();
        observer.Began(call);
        T result;
        try
        {
            await latency.WaitAsync(random, timeProvider, cancellationToken);
            result = await make();
        }
        catch (Exception exception)
        {
            observer.Ended(new CallEnd { Start = call, Failure = exception.Message, Duration = timeProvider.GetElapsedTime(begun) });
            throw;
        }

        observer.Ended(describe(result) with { Duration = timeProvider.GetElapsedTime(begun) });
        return result;
    }
}

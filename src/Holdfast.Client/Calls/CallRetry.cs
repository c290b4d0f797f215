using Holdfast.Protocol;

namespace Holdfast;

/// <summary>Tries a call again while the engine is busy or restarting.</summary>
/// <remarks>Safe for every call, because each request is built once, with its request ID, and sent unchanged.</remarks>
internal sealed class CallRetry(TimeProvider clock, TimeSpan limit, Func<Guid> guidSource)
{
    public async Task<TResponse> RunAsync<TResponse>(Func<CancellationToken, Task<TResponse>> call, CancellationToken cancellationToken)
    {
        var window = new RetryWindow(clock, limit);
        while (true)
        {
            var started = clock.GetTimestamp();
            TimeSpan? delay;
            try
            {
                return await call(cancellationToken);
            }
            catch (HoldfastException refusal) when (CallErrors.IsTransient(refusal.Code))
            {
                delay = window.NoteRefusal(started, guidSource());
                if (delay is null)
                {
                    throw;
                }
            }

            await Task.Delay(delay.Value, clock, cancellationToken);
        }
    }
}

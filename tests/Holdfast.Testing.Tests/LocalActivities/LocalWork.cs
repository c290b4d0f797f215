namespace Holdfast.Testing.Tests;

/// <summary>Activities that the tests of local activities run.</summary>
public sealed class LocalWork(TimeProvider clock)
{
    private readonly Lock _gate = new();

    /// <summary>Idempotency keys of all attempts, in order.</summary>
    public IList<string> Keys { get; } = new List<string>();

    /// <summary>Ends the attempts of <see cref="HoldAsync"/>.</summary>
    public TaskCompletionSource<string> Held { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Ended when an attempt of <see cref="HoldAsync"/> has begun.</summary>
    public TaskCompletionSource HoldBegan { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Ended when an attempt of <see cref="HoldAsync"/> was told to stop.</summary>
    public TaskCompletionSource HoldCanceled { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    [Activity]
    public string Double(string text)
    {
        Note();
        return text + text;
    }

    [Activity]
    public int SucceedAt(int attempt)
    {
        Note();
        return ActivityContext.Current.Info.Attempt >= attempt ? ActivityContext.Current.Info.Attempt : throw new InvalidOperationException("not yet");
    }

    [Activity]
    public async Task<string> WaitAsync(TimeSpan time, string result, CancellationToken cancellationToken)
    {
        Note();
        await Task.Delay(time, clock, cancellationToken);
        return result;
    }

    [Activity]
    public async Task<string> HoldAsync(CancellationToken cancellationToken)
    {
        Note();
        HoldBegan.TrySetResult();
        try
        {
            return await Held.Task.WaitAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            HoldCanceled.TrySetResult();
            throw;
        }
    }

    private void Note()
    {
        lock (_gate)
        {
            Keys.Add(ActivityContext.Current.Info.IdempotencyKey);
        }
    }
}

namespace Holdfast.Agents.Providers;

/// <summary>Cancels a call when the provider has been silent too long, and remembers that it was this that cancelled it.</summary>
internal sealed class ModelCallTimeout : IDisposable
{
    private readonly TimeSpan _timeout;
    private readonly CancellationTokenSource _clock;
    private readonly CancellationTokenSource _either;

    public ModelCallTimeout(TimeSpan timeout, TimeProvider timeProvider, CancellationToken cancellationToken)
    {
        _timeout = timeout;
        _clock = new CancellationTokenSource(Timeout.InfiniteTimeSpan, timeProvider);
        _either = CancellationTokenSource.CreateLinkedTokenSource(_clock.Token, cancellationToken);
    }

    public CancellationToken Token => _either.Token;

    public bool HasPassed => _clock.IsCancellationRequested;

    public void Start() => _clock.CancelAfter(_timeout);

    public void Stop() => _clock.CancelAfter(Timeout.InfiniteTimeSpan);

    public void Dispose()
    {
        _either.Dispose();
        _clock.Dispose();
    }
}

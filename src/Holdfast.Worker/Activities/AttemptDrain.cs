using Holdfast.Protocol;

namespace Holdfast.Worker;

/// <summary>Lets the attempts under way end when their worker stops.</summary>
/// <remarks>Threading: safe from any thread.</remarks>
/// <param name="options">The grace period and the clock.</param>
/// <param name="isIdle">True when no attempt is under way.</param>
internal sealed class AttemptDrain(ActivityTaskHandlerOptions options, Func<bool> isIdle) : IDisposable
{
    private readonly CancellationTokenSource _shutdown = new();
    private readonly TaskCompletionSource _idle = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile bool _hasBegun;

    /// <summary>True once the worker stops: no attempt is to begin.</summary>
    public bool HasBegun => _hasBegun;

    /// <summary>Canceled when the worker stops: the warning that attempts get before they are canceled.</summary>
    public CancellationToken Shutdown => _shutdown.Token;

    /// <summary>Signals <see cref="Shutdown"/>, gives the attempts the grace period, cancels those that are left, and waits for their ends.</summary>
    /// <param name="cancelLeft">Cancels the attempts that are left.</param>
    /// <param name="cancellationToken">Gives up waiting; attempts that are left go on until the process ends.</param>
    public async Task RunAsync(Action cancelLeft, CancellationToken cancellationToken)
    {
        _hasBegun = true;
        _shutdown.CancelHere();
        AttemptEnded();
        if (options.ShutdownGracePeriod > TimeSpan.Zero)
        {
            await Task.WhenAny(_idle.Task, Task.Delay(options.ShutdownGracePeriod, options.TimeProvider, cancellationToken));
        }

        cancelLeft();
        await _idle.Task.WaitAsync(cancellationToken);
    }

    /// <summary>An attempt is no longer under way.</summary>
    public void AttemptEnded()
    {
        if (_hasBegun && isIdle())
        {
            _idle.TrySetResult();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _shutdown.Dispose();
}

namespace Holdfast.Worker;

/// <summary>The cancellation of a run's code. The run's own token is made when it is first asked for.</summary>
internal sealed class RunCancellation
{
    private CancellationTokenSource? _source;

    /// <summary>True once cancellation of the run was requested.</summary>
    public bool IsRequested { get; private set; }

    /// <summary>True when user code holds the token, and so may wait for nothing but a cancellation.</summary>
    public bool IsHeldByUser { get; private set; }

    /// <summary>What an operation gets that is given no token: that of the cancellation scope in which it is begun, else the run's.</summary>
    public CancellationToken Token => RunContext.TokenOfScope ?? Source.Token;

    /// <summary>The run's own token.</summary>
    public CancellationToken RunToken => Source.Token;

    private CancellationTokenSource Source => _source ??= new CancellationTokenSource();

    public CancellationToken HandOut()
    {
        IsHeldByUser = true;
        return RunToken;
    }

    public void Request()
    {
        IsRequested = true;
        Source.Cancel();
    }
}

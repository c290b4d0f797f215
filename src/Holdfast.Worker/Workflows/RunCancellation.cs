namespace Holdfast.Worker;

/// <summary>The run's own cancellation token. Made when it is first asked for.</summary>
internal sealed class RunCancellation
{
    private CancellationTokenSource? source;

    /// <summary>True once cancellation of the run was requested.</summary>
    public bool IsRequested { get; private set; }

    /// <summary>True when user code holds the token, and so may wait for nothing but a cancellation.</summary>
    public bool IsHeldByUser { get; private set; }

    public CancellationToken Token => Source.Token;

    private CancellationTokenSource Source => source ??= new CancellationTokenSource();

    public CancellationToken HandOut()
    {
        IsHeldByUser = true;
        return Token;
    }

    public void Request()
    {
        IsRequested = true;
        Source.Cancel();
    }
}

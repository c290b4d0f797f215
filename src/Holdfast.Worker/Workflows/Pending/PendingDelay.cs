namespace Holdfast.Worker;

/// <summary>Workflow code that waits for a timer and nothing else.</summary>
internal sealed class PendingDelay
{
    private readonly TaskCompletionSource _completion = new();
    private readonly WorkflowRun _run;
    private readonly PendingTimer _timer;
    private readonly CancellationToken _token;
    private CancellationTokenRegistration _registration;

    public PendingDelay(WorkflowRun run, CancellationToken token)
    {
        _run = run;
        _token = token;
        _timer = new PendingTimer(run, run.Ids.NextTimer(), Fired);
    }

    public Task BeginAsync(TimeSpan delay, string summary)
    {
        _timer.Begin(delay, summary);
        _run.Trace?.Begin(this, $"a delay of {delay}");
        _registration = _token.UnsafeRegister(static state => ((PendingDelay)state!).Cancel(), this);
        return _completion.Task;
    }

    private void Fired()
    {
        _run.Trace?.End(this);
        _registration.Dispose();
        using var detached = DetachedScope.Open();
        _completion.TrySetResult();
    }

    private void Cancel()
    {
        if (!_completion.Task.IsCompleted && _run.RequireOwner("A delay was canceled"))
        {
            _timer.Stop();
            _run.Trace?.End(this);
            using var detached = DetachedScope.Open();
            _completion.TrySetException(new CanceledFailureException("The delay was canceled.", cancellationToken: _token));
        }
    }
}

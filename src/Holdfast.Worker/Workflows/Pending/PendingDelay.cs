namespace Holdfast.Worker;

/// <summary>Workflow code that waits for a timer and nothing else.</summary>
internal sealed class PendingDelay
{
    private readonly TaskCompletionSource completion = new();
    private readonly WorkflowRun run;
    private readonly PendingTimer timer;
    private readonly CancellationToken token;
    private CancellationTokenRegistration registration;

    public PendingDelay(WorkflowRun run, CancellationToken token)
    {
        this.run = run;
        this.token = token;
        timer = new PendingTimer(run, run.Ids.NextTimer(), Fired);
    }

    public Task BeginAsync(TimeSpan delay, string summary)
    {
        timer.Begin(delay, summary);
        run.Trace?.Begin(this, $"a delay of {delay}");
        registration = token.UnsafeRegister(static state => ((PendingDelay)state!).Cancel(), this);
        return completion.Task;
    }

    private void Fired()
    {
        run.Trace?.End(this);
        registration.Dispose();
        using var detached = DetachedScope.Open();
        completion.TrySetResult();
    }

    private void Cancel()
    {
        if (!completion.Task.IsCompleted && run.RequireOwner("A delay was canceled"))
        {
            timer.Stop();
            run.Trace?.End(this);
            using var detached = DetachedScope.Open();
            completion.TrySetException(new CanceledFailureException("The delay was canceled.", cancellationToken: token));
        }
    }
}

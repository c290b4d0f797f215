namespace Holdfast.Worker;

/// <summary>Workflow code that waits for a condition, possibly with a timer beside it.</summary>
internal sealed class PendingCondition
{
    private readonly TaskCompletionSource<bool> completion = new();
    private readonly WorkflowRun run;
    private readonly Func<bool> condition;
    private readonly CancellationToken token;
    private CancellationTokenRegistration registration;
    private PendingTimer? timer;

    public PendingCondition(WorkflowRun run, Func<bool> condition, CancellationToken token)
    {
        this.run = run;
        this.condition = condition;
        this.token = token;
    }

    public Task<bool> BeginAsync(TimeSpan? timeout)
    {
        run.Pending.Conditions.Add(this);
        run.Pending.Count++;
        run.Trace?.Begin(this, "a condition");
        if (timeout is { } limit)
        {
            timer = new PendingTimer(run, run.Ids.NextTimer(), TimedOut);
            timer.Begin(limit, string.Empty);
        }

        registration = token.UnsafeRegister(static state => ((PendingCondition)state!).Cancel(), this);
        return completion.Task;
    }

    /// <summary>Asks the condition, and ends the wait when it holds (or throws).</summary>
    public bool TryRelease()
    {
        try
        {
            if (!run.LookOnly(condition))
            {
                return false;
            }
        }
        catch (Exception exception)
        {
            Fail(exception);
            return true;
        }

        StopTimer();
        End();
        using var detached = DetachedScope.Open();
        completion.TrySetResult(true);
        return true;
    }

    private void TimedOut()
    {
        timer = null;
        End();
        using var detached = DetachedScope.Open();
        completion.TrySetResult(false);
    }

    private void Cancel()
    {
        if (!completion.Task.IsCompleted && run.RequireOwner("A wait was canceled"))
        {
            Fail(new CanceledFailureException("The wait for a condition was canceled.", cancellationToken: token));
        }
    }

    private void Fail(Exception exception)
    {
        StopTimer();
        End();
        using var detached = DetachedScope.Open();
        completion.TrySetException(exception);
    }

    private void StopTimer()
    {
        timer?.Stop();
        timer = null;
    }

    private void End()
    {
        run.Pending.Conditions.Remove(this);
        run.Pending.Count--;
        run.Trace?.End(this);
        registration.Dispose();
    }
}

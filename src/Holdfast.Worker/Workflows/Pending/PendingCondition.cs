namespace Holdfast.Worker;

/// <summary>Workflow code that waits for a condition, possibly with a timer beside it.</summary>
internal sealed class PendingCondition
{
    private readonly TaskCompletionSource<bool> _completion = new();
    private readonly WorkflowRun _run;
    private readonly Func<bool> _condition;
    private readonly CancellationToken _token;
    private CancellationTokenRegistration _registration;
    private PendingTimer? _timer;

    public PendingCondition(WorkflowRun run, Func<bool> condition, CancellationToken token)
    {
        _run = run;
        _condition = condition;
        _token = token;
    }

    public Task<bool> BeginAsync(TimeSpan? timeout)
    {
        _run.Pending.Conditions.Add(this);
        _run.Pending.Count++;
        _run.Trace?.Begin(this, "a condition");
        if (timeout is { } limit)
        {
            _timer = new PendingTimer(_run, _run.Ids.NextTimer(), TimedOut);
            _timer.Begin(limit, string.Empty);
        }

        _registration = _token.UnsafeRegister(static state => ((PendingCondition)state!).Cancel(), this);
        return _completion.Task;
    }

    /// <summary>Asks the condition, and ends the wait when it holds (or throws).</summary>
    public bool TryRelease()
    {
        try
        {
            if (!_run.LookOnly(_condition))
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
        _completion.TrySetResult(true);
        return true;
    }

    private void TimedOut()
    {
        _timer = null;
        End();
        using var detached = DetachedScope.Open();
        _completion.TrySetResult(false);
    }

    private void Cancel()
    {
        if (!_completion.Task.IsCompleted && _run.RequireOwner("A wait was canceled"))
        {
            Fail(new CanceledFailureException("The wait for a condition was canceled.", cancellationToken: _token));
        }
    }

    private void Fail(Exception exception)
    {
        StopTimer();
        End();
        using var detached = DetachedScope.Open();
        _completion.TrySetException(exception);
    }

    private void StopTimer()
    {
        _timer?.Stop();
        _timer = null;
    }

    private void End()
    {
        _run.Pending.Conditions.Remove(this);
        _run.Pending.Count--;
        _run.Trace?.End(this);
        _registration.Dispose();
    }
}

using Holdfast.Protocol;

namespace Holdfast.Worker;

/// <summary>A local activity that workflow code waits for.</summary>
internal sealed class PendingLocalActivity(WorkflowRun run, LocalActivityRequest request, ActivityCancellationType cancellationType)
{
    private readonly TaskCompletionSource<LocalActivityMarker> _completion = new();
    private CancellationTokenRegistration _registration;
    private bool _isResolved;

    public LocalActivityRequest Request => request;

    /// <summary>What runs it; null until it is begun.</summary>
    public LocalActivityExecution? Execution { get; set; }

    /// <summary>True when its cancellation was asked for before it was begun.</summary>
    public bool IsCancelRequested { get; private set; }

    public Task<LocalActivityMarker> BeginAsync(CancellationToken token)
    {
        run.LocalActivities.Add(this);
        run.Pending.Count++;
        _registration = token.UnsafeRegister(static state => ((PendingLocalActivity)state!).Cancel(), this);
        return _completion.Task;
    }

    /// <summary>It ended: records that, and gives it to the code.</summary>
    public void Resolve(LocalActivityMarker marker)
    {
        Invariant.That(!_isResolved, "a local activity ends once");
        _isResolved = true;
        run.LocalActivities.Remove(this);
        run.Pending.Count--;
        _registration.Dispose();
        run.Commands.Add(new RecordLocalActivity(marker));
        using var detached = DetachedScope.Open();
        _completion.SetResult(marker);
    }

    private void Cancel()
    {
        if (_isResolved || !run.RequireOwner("A local activity was canceled"))
        {
            return;
        }

        if (cancellationType is not ActivityCancellationType.Abandon)
        {
            IsCancelRequested = true;
            Execution?.Cancel();
        }

        if (cancellationType is not ActivityCancellationType.WaitCancellationCompleted)
        {
            Resolve(request.Canceled());
        }
    }
}

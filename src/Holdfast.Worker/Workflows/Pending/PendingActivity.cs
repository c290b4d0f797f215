using Holdfast.Protocol;

namespace Holdfast.Worker;

/// <summary>An activity that workflow code waits for.</summary>
internal abstract class PendingActivity(WorkflowRun run, string activityId, string activityType, ActivityCancellationType cancellationType)
{
    private OutgoingCommand? request;
    private CancellationTokenRegistration registration;
    private CancellationToken token;
    private bool isResolved;

    public string ActivityId => activityId;

    public string ActivityType => activityType;

    /// <summary>Its ActivityTaskScheduled event; 0 until history shows it.</summary>
    public long ScheduledEventId { get; private set; }

    /// <summary>Reads what its end will read, so that it is in the processor's caches; the value means nothing.</summary>
    public virtual int ReadAhead() => isResolved ? 1 : 0;

    /// <summary>Sends the request, cancelable by a token.</summary>
    public void Begin(OutgoingCommand command, CancellationToken cancellationToken)
    {
        request = command;
        token = cancellationToken;
        run.Pending.Count++;
        run.Trace?.Begin(this, $"activity '{activityType}' (ID {activityId})");
        run.Commands.Add(command);
        registration = cancellationToken.UnsafeRegister(static state => ((PendingActivity)state!).Cancel(), this);
    }

    /// <summary>History shows the request.</summary>
    public void Recorded(long scheduledEventId)
    {
        ScheduledEventId = scheduledEventId;
        run.Pending.Activities.Add(scheduledEventId, this);
    }

    public void Complete(Payloads result)
    {
        if (Resolve())
        {
            SetResult(result);
        }
    }

    public void Fail(Exception exception)
    {
        if (Resolve())
        {
            SetException(exception);
        }
    }

    protected abstract void SetResult(Payloads result);

    protected abstract void SetException(Exception exception);

    private void Cancel()
    {
        if (isResolved || !run.RequireOwner("An activity was canceled"))
        {
            return;
        }

        if (!request!.IsSent)
        {
            request.Drop();
            Fail(Canceled());
            return;
        }

        if (cancellationType is not ActivityCancellationType.Abandon)
        {
            run.Commands.Add(new RequestCancelActivity(this));
        }

        if (cancellationType is not ActivityCancellationType.WaitCancellationCompleted)
        {
            Fail(Canceled());
        }
    }

    private CanceledFailureException Canceled() => new($"Activity '{activityType}' was canceled.", cancellationToken: token);

    private bool Resolve()
    {
        if (isResolved)
        {
            return false;
        }

        isResolved = true;
        run.Pending.Count--;
        run.Trace?.End(this);
        registration.Dispose();
        return true;
    }
}

using Holdfast.Protocol;

namespace Holdfast.Worker;

/// <summary>An activity that workflow code waits for.</summary>
internal abstract class PendingActivity(WorkflowRun run, string activityId, string activityType, ActivityCancellationType cancellationType)
{
    private OutgoingCommand? _request;
    private CancellationTokenRegistration _registration;
    private CancellationToken _token;
    private bool _isResolved;

    public string ActivityId => activityId;

    public string ActivityType => activityType;

    /// <summary>Its ActivityTaskScheduled event; 0 until history shows it.</summary>
    public long ScheduledEventId { get; private set; }

    /// <summary>Reads what its end will read, so that it is in the processor's caches; the value means nothing.</summary>
    public virtual int ReadAhead() => _isResolved ? 1 : 0;

    /// <summary>Sends the request, cancelable by a token.</summary>
    public void Begin(OutgoingCommand command, CancellationToken cancellationToken)
    {
        _request = command;
        _token = cancellationToken;
        run.Pending.Count++;
        run.Trace?.Begin(this, $"activity '{activityType}' (ID {activityId})");
        run.Commands.Add(command);
        _registration = cancellationToken.UnsafeRegister(static state => ((PendingActivity)state!).Cancel(), this);
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
        if (_isResolved || !run.RequireOwner("An activity was canceled"))
        {
            return;
        }

        if (!_request!.IsSent)
        {
            _request.Drop();
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

    private CanceledFailureException Canceled() => new($"Activity '{activityType}' was canceled.", cancellationToken: _token);

    private bool Resolve()
    {
        if (_isResolved)
        {
            return false;
        }

        _isResolved = true;
        run.Pending.Count--;
        run.Trace?.End(this);
        _registration.Dispose();
        return true;
    }
}

using Holdfast.Protocol;

namespace Holdfast.Worker;

/// <summary>A child workflow that workflow code has asked for.</summary>
internal sealed class PendingChild(WorkflowRun run, string workflowId, string workflowType, ChildWorkflowCancellationType cancellationType)
{
    private readonly TaskCompletionSource<StartedChild> _start = new();
    private readonly TaskCompletionSource<Payloads> _result = new();
    private OutgoingCommand? _request;
    private CancellationTokenRegistration _registration;
    private CancellationToken _token;
    private bool _isResolved;

    public string WorkflowId => workflowId;

    public string WorkflowType => workflowType;

    public Task<StartedChild> StartTask => _start.Task;

    /// <summary>Its initiated event; 0 until history shows it.</summary>
    public long InitiatedEventId { get; private set; }

    public void Begin(OutgoingCommand command, CancellationToken cancellationToken)
    {
        _request = command;
        _token = cancellationToken;
        run.Pending.Count++;
        run.Trace?.Begin(this, $"child workflow '{workflowType}' (ID {workflowId})");
        run.Commands.Add(command);
        _registration = cancellationToken.UnsafeRegister(static state => ((PendingChild)state!).Cancel(), this);
    }

    /// <summary>History shows the request.</summary>
    public void Recorded(long initiatedEventId)
    {
        InitiatedEventId = initiatedEventId;
        run.Pending.Children.Add(initiatedEventId, this);
    }

    /// <summary>History shows the request to cancel.</summary>
    public void CancelRequestRecorded(long initiatedEventId) => run.Pending.ChildCancellations.Add(initiatedEventId, this);

    public void Started(RunId runId)
    {
        using var detached = DetachedScope.Open();
        _start.TrySetResult(new StartedChild(workflowId, runId, _result.Task));
    }

    public void Complete(Payloads payloads)
    {
        if (Resolve())
        {
            using var detached = DetachedScope.Open();
            _result.TrySetResult(payloads);
        }
    }

    public void Fail(Exception exception)
    {
        if (!Resolve())
        {
            return;
        }

        using var detached = DetachedScope.Open();

        // Whoever waits for the start learns of it there; a child that has started fails its result.
        if (!_start.TrySetException(exception))
        {
            _result.TrySetException(exception);
        }
    }

    /// <summary>The request to cancel has reached the child.</summary>
    public void CancelRequestDelivered()
    {
        if (cancellationType is ChildWorkflowCancellationType.WaitCancellationRequested)
        {
            Fail(Canceled());
        }
    }

    private void Cancel()
    {
        if (_isResolved || !run.RequireOwner("A child workflow was canceled"))
        {
            return;
        }

        if (!_request!.IsSent)
        {
            _request.Drop();
            Fail(Canceled());
            return;
        }

        if (cancellationType is not ChildWorkflowCancellationType.Abandon)
        {
            run.Commands.Add(new RequestCancelChild(this));
        }

        if (cancellationType is ChildWorkflowCancellationType.Abandon or ChildWorkflowCancellationType.TryCancel)
        {
            Fail(Canceled());
        }
    }

    private CanceledFailureException Canceled() => new($"Child workflow '{workflowType}' (ID {workflowId}) was canceled.", cancellationToken: _token);

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

using Holdfast.Engine;
using Holdfast.Protocol;

namespace Holdfast.Runtime;

/// <summary>A client starts a workflow.</summary>
internal sealed class StartRequest(StartWorkflowExecutionRequest request) : OwnerRequest<StartWorkflowExecutionResponse>
{
    private bool _isRequestIdSettled;

    public override WorkflowKey Workflow { get; } = new(request.Namespace, request.WorkflowId);

    public override RunId RunId => RunId.None;

    public override void HandleRun(ShardOwner owner, RunEntry? run)
    {
        if (run is null)
        {
            Start(owner);
        }
        else if (string.Equals(run.State.Started.RequestId, request.RequestId, StringComparison.Ordinal))
        {
            Answer(owner, new StartWorkflowExecutionResponse(run.RunId, Started: false));
        }
        else if (!_isRequestIdSettled)
        {
            _ = LookUpRequestIdAsync(owner);
        }
        else if (run.State.IsClosed)
        {
            StartAfterClosed(owner, run);
        }
        else
        {
            StartBesideOpen(owner, run);
        }
    }

    /// <summary>The settled store was asked for a run that this request made before.</summary>
    public void RequestIdLookedUp(ShardOwner owner, RunId? earlierRun)
    {
        _isRequestIdSettled = true;
        if (earlierRun is { } runId)
        {
            Answer(owner, new StartWorkflowExecutionResponse(runId, Started: false));
        }
        else
        {
            owner.Locate(this);
        }
    }

    private void StartBesideOpen(ShardOwner owner, RunEntry run)
    {
        switch (request.WorkflowIdConflictPolicy)
        {
            case WorkflowIdConflictPolicy.UseExisting:
                Answer(owner, new StartWorkflowExecutionResponse(run.RunId, Started: false));
                break;
            case WorkflowIdConflictPolicy.TerminateExisting:
                owner.Steps.Take(run, new TerminateRun(RunId.None, "Terminated by the start of another run (conflict policy TerminateExisting)", Payloads.Empty, request.Identity));
                Start(owner);
                break;
            default:
                Answer(owner, Faults.AlreadyStarted(Workflow, run.RunId));
                break;
        }
    }

    private void StartAfterClosed(ShardOwner owner, RunEntry run)
    {
        var isAllowed = request.WorkflowIdReusePolicy switch
        {
            WorkflowIdReusePolicy.RejectDuplicate => false,
            WorkflowIdReusePolicy.AllowDuplicateFailedOnly => run.State.Status is not WorkflowExecutionStatus.Completed,
            _ => true,
        };
        if (isAllowed)
        {
            Start(owner);
        }
        else
        {
            Answer(owner, new HoldfastException(
                ErrorCodes.WorkflowIdReuseRefused,
                $"Workflow ID '{request.WorkflowId}' was used by run {run.RunId}, which is {run.State.Status}, and the reuse policy is {request.WorkflowIdReusePolicy}. Use another workflow ID or another reuse policy."));
        }
    }

    private void Start(ShardOwner owner)
    {
        if (owner.Settling.IsOverloaded)
        {
            Answer(owner, new HoldfastException(ErrorCodes.ResourceExhausted, "Too many closed runs wait to be settled. Start again in a moment; if this persists, the disk under the data folder is too slow for the load."));
            return;
        }

        var now = owner.Now;
        var runId = owner.Steps.NewRunId(now);
        var run = owner.Steps.Start(new StartRun(Workflow, runId, StartedEvents.OfRequest(request, runId, now, owner.Steps.Limits)), withPrevious: false);
        Answer(owner, new StartWorkflowExecutionResponse(run.RunId, Started: true));
    }

    private void Answer(ShardOwner owner, object answer) => owner.Batches.Gate(GatedEffect.Reply(this, answer));

    /// <summary>The request may have come before and made a run that has been followed by others since.</summary>
    private async Task LookUpRequestIdAsync(ShardOwner owner)
    {
        if (owner.Directory.FindByStartRequest(Workflow, request.RequestId) is { } inMemory)
        {
            RequestIdLookedUp(owner, inMemory.RunId);
            return;
        }

        try
        {
            var earlier = await owner.Services.Store.FindByRequestIdAsync(Workflow, request.RequestId, CancellationToken.None);
            owner.Mailbox.Post(new StartRequestIdLookedUp(this, earlier?.RunId));
        }
        catch (Exception exception)
        {
            Fail(exception);
        }
    }
}

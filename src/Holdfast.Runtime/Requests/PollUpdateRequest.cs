using Holdfast.Protocol;

namespace Holdfast.Runtime;

/// <summary>A client waits for the outcome of an update that was accepted earlier.</summary>
internal sealed class PollUpdateRequest(PollWorkflowExecutionUpdateRequest request) : OwnerRequest<UpdateWorkflowExecutionResponse>
{
    public override WorkflowKey Workflow { get; } = new(request.Namespace, request.Execution.WorkflowId);

    public override RunId RunId => request.Execution.RunId;

    public override void HandleRun(ShardOwner owner, RunEntry? run)
    {
        if (run is null)
        {
            owner.Batches.Gate(GatedEffect.Reply(this, Faults.RunNotFound(Workflow, RunId)));
            return;
        }

        var report = run.State.FindUpdateReport(request.UpdateId);
        if (report?.Stage >= request.WaitStage)
        {
            owner.Batches.Gate(GatedEffect.Reply(this, report.ResponseOf(run.RunId)));
        }
        else if (report is not null || run.State.Updates.FindAdmitted(request.UpdateId) is not null)
        {
            run.Waiters.Add(request.UpdateId, new UpdateWaiter(request.WaitStage, this));
        }
        else
        {
            owner.Batches.Gate(GatedEffect.Reply(this, new HoldfastException(ErrorCodes.NotFound, $"Run {run.RunId} has no update with ID '{request.UpdateId}'. It was never accepted, or it was rejected.")));
        }
    }
}

using Holdfast.Protocol;

namespace Holdfast.Runtime;

/// <summary>A client deletes a run; it is answered when nothing of the run can come back.</summary>
internal sealed class DeleteRequest(DeleteWorkflowExecutionRequest request) : OwnerRequest<object?>
{
    public override WorkflowKey Workflow { get; } = new(request.Namespace, request.Execution.WorkflowId);

    public override RunId RunId => request.Execution.RunId;

    public override void HandleRun(ShardOwner owner, RunEntry? run)
    {
        if (run is null)
        {
            owner.Batches.Gate(GatedEffect.Reply(this, Faults.RunNotFound(Workflow, RunId)));
        }
        else
        {
            owner.Deletions.Begin(run, request.Identity, this);
        }
    }
}

using Holdfast.Engine;
using Holdfast.Protocol;

namespace Holdfast.Runtime;

/// <summary>A client sends an update.</summary>
internal sealed class UpdateWorkflowRequest(UpdateWorkflowExecutionRequest request) : OwnerRequest<UpdateWorkflowExecutionResponse>
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

        run.Waiters.Add(request.Update.UpdateId, new UpdateWaiter(request.WaitStage, this));
        if (owner.Steps.Take(run, new AdmitUpdate(request.Update)) is { } rejection)
        {
            run.Waiters.Remove(request.Update.UpdateId, this);
            owner.Batches.Gate(GatedEffect.Reply(this, new HoldfastException(rejection.Code, rejection.Message)));
        }
        else if (request.WaitStage == UpdateStage.Admitted)
        {
            run.Waiters.Remove(request.Update.UpdateId, this);
            owner.Batches.Gate(GatedEffect.Reply(this, new UpdateWorkflowExecutionResponse { RunId = run.RunId, Stage = UpdateStage.Admitted }));
        }
    }
}

using Holdfast.Engine;
using Holdfast.Protocol;

namespace Holdfast.Runtime;

/// <summary>A client changes options of a run, and is told what they are now.</summary>
internal sealed class UpdateOptionsRequest(UpdateWorkflowExecutionOptionsRequest request) : OwnerRequest<UpdateWorkflowExecutionOptionsResponse>
{
    public override WorkflowKey Workflow { get; } = new(request.Namespace, request.Execution.WorkflowId);

    public override RunId RunId => request.Execution.RunId;

    public override void HandleRun(ShardOwner owner, RunEntry? run) => owner.Batches.Gate(GatedEffect.Reply(this, Answer(owner, run)));

    private object Answer(ShardOwner owner, RunEntry? run)
    {
        if (run is null)
        {
            return Faults.RunNotFound(Workflow, RunId);
        }

        return owner.Steps.Take(run, new UpdateRunOptions(request.Priority, request.PriorityFields, request.Identity)) is { } rejection
            ? new HoldfastException(rejection.Code, rejection.Message)
            : new UpdateWorkflowExecutionOptionsResponse(run.State.Priority);
    }
}

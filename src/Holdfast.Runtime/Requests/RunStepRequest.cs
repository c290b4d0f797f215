using Holdfast.Engine;
using Holdfast.Protocol;

namespace Holdfast.Runtime;

/// <summary>A request that is one message to an existing run and is answered when that is durable.</summary>
internal sealed class RunStepRequest(WorkflowKey workflow, RunId runId, RunMessage message) : OwnerRequest<object?>
{
    public override WorkflowKey Workflow => workflow;

    public override RunId RunId => runId;

    public override void HandleRun(ShardOwner owner, RunEntry? run)
    {
        object? answer = null;
        if (run is null)
        {
            answer = Faults.RunNotFound(workflow, runId);
        }
        else if (owner.Steps.Take(run, message) is { } rejection)
        {
            answer = new HoldfastException(rejection.Code, rejection.Message);
        }

        owner.Batches.Gate(GatedEffect.Reply(this, answer));
    }
}

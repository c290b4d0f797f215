using Holdfast.Engine;
using Holdfast.Protocol;

namespace Holdfast.Runtime;

/// <summary>A client pauses a run. Queries that wait for its code are refused: the code does not run until the run is unpaused.</summary>
internal sealed class PauseRequest(PauseWorkflowExecutionRequest request) : OwnerRequest<object?>
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

        var rejection = owner.Steps.Take(run, new PauseRun(request.Reason, request.Identity, request.RequestId));
        while (run.State.IsPaused && run.Waiters.TryTakeQuery(out var query))
        {
            owner.Batches.Gate(GatedEffect.Reply(query!, Faults.QueryOfPausedRun(run.RunId)));
        }

        owner.Batches.Gate(GatedEffect.Reply(this, rejection is null ? null : new HoldfastException(rejection.Code, rejection.Message)));
    }
}

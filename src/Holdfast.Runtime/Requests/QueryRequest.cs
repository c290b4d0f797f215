using Holdfast.Protocol;

namespace Holdfast.Runtime;

/// <summary>A client asks workflow code a question. It is put when no workflow task is in the way, so that the answer covers what was acknowledged before.</summary>
internal sealed class QueryRequest(QueryWorkflowRequest request) : OwnerRequest<QueryWorkflowResponse>
{
    public override WorkflowKey Workflow { get; } = new(request.Namespace, request.Execution.WorkflowId);

    public override RunId RunId => request.Execution.RunId;

    public WorkflowQuery Query => request.Query;

    public override void HandleRun(ShardOwner owner, RunEntry? run)
    {
        if (run is null)
        {
            owner.Batches.Gate(GatedEffect.Reply(this, Faults.RunNotFound(Workflow, RunId)));
            return;
        }

        if (run.State.IsPaused)
        {
            owner.Batches.Gate(GatedEffect.Reply(this, Faults.QueryOfPausedRun(run.RunId)));
            return;
        }

        run.Waiters.Add(this);
        owner.WorkflowTasks.Enqueue(run);
    }
}

using Holdfast.Protocol;

namespace Holdfast.Runtime;

/// <summary>A client asks workflow code a question. It is put when no workflow task is in the way, so that the answer covers what was acknowledged before.</summary>
internal sealed class QueryRequest(QueryWorkflowRequest request) : OwnerRequest<QueryWorkflowResponse>
{
    public override WorkflowKey Workflow { get; } = new(request.Namespace, request.Execution.WorkflowId);

    public override RunId RunId => request.Execution.RunId;

    public WorkflowQuery Query => request.Query;

    /// <summary>What goes on with the query, when its code had to wait for something outside; null before.</summary>
    public SuspendedWorkflowTask? Suspended { get; set; }

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

        if (Rejection(run) is { } rejection)
        {
            owner.Batches.Gate(GatedEffect.Reply(this, rejection));
            return;
        }

        if (run.State.KeepsFailingToBegin)
        {
            owner.Batches.Gate(GatedEffect.Reply(this, Faults.QueryOfFailingRun(run)));
            return;
        }

        if (!run.Waiters.HasRoomForQuery(owner.Steps.Limits.BufferedQueries))
        {
            owner.Batches.Gate(GatedEffect.Reply(this, Faults.TooManyQueries(run.RunId, owner.Steps.Limits.BufferedQueries)));
            return;
        }

        run.Waiters.Add(this);
        owner.WorkflowTasks.Enqueue(run);
    }

    private HoldfastException? Rejection(RunEntry run)
    {
        var status = run.State.Status;
        var isRejected = request.RejectCondition switch
        {
            QueryRejectCondition.NotOpen => run.State.IsClosed,
            QueryRejectCondition.NotCompletedCleanly => run.State.IsClosed && status != WorkflowExecutionStatus.Completed,
            _ => false,
        };
        return isRejected
            ? new HoldfastException(ErrorCodes.QueryRejected, $"Query '{request.Query.QueryType}' was not asked: run {run.RunId} is {status}, and the reject condition is {request.RejectCondition}.")
            : null;
    }
}

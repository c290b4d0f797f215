using Holdfast.Engine;
using Holdfast.Protocol;

namespace Holdfast.Runtime;

/// <summary>Somebody reports that the attempt under way of an activity named by its ID is alive.</summary>
internal sealed class HeartbeatByIdRequest(RecordActivityTaskHeartbeatByIdRequest request) : OwnerRequest<RecordActivityTaskHeartbeatResponse>
{
    public override WorkflowKey Workflow { get; } = new(request.Namespace, request.Execution.WorkflowId);

    public override RunId RunId => request.Execution.RunId;

    public override void HandleRun(ShardOwner owner, RunEntry? run)
    {
        if (run is null)
        {
            owner.Batches.Gate(GatedEffect.Reply(this, Faults.RunNotFound(Workflow, RunId)));
        }
        else if (run.State.PendingActivities.FindByName(request.ActivityId) is { } activity)
        {
            HeartbeatRequest.Beat(owner, run, new HeartbeatActivity(activity.ScheduledEventId, activity.Attempt, request.Details), this);
        }
        else
        {
            owner.Batches.Gate(GatedEffect.Reply(this, Faults.ActivityNotFound(run, request.ActivityId)));
        }
    }
}

using Holdfast.Engine;
using Holdfast.Protocol;

namespace Holdfast.Runtime;

/// <summary>Somebody reports how the attempt under way of an activity named by its ID ended.</summary>
internal sealed class RespondActivityByIdRequest(RespondActivityTaskByIdRequest request, ActivityOutcome outcome) : OwnerRequest<object?>
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
            RespondActivityRequest.Respond(owner, run, new RespondActivity(activity.ScheduledEventId, activity.Attempt, outcome, request.Identity), this);
        }
        else
        {
            owner.Batches.Gate(GatedEffect.Reply(this, Faults.ActivityNotFound(run, request.ActivityId)));
        }
    }
}

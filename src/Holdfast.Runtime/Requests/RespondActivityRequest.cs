using Holdfast.Engine;
using Holdfast.Protocol;

namespace Holdfast.Runtime;

/// <summary>A worker reports how an attempt ended. Its slot is free whatever the engine makes of the report.</summary>
internal sealed class RespondActivityRequest(RespondActivityTaskRequest request) : OwnerRequest<object?>
{
    public override WorkflowKey Workflow => request.Activity.Workflow;

    public override RunId RunId => request.Activity.RunId;

    public override void HandleRun(ShardOwner owner, RunEntry? run)
    {
        if (run is null)
        {
            owner.Batches.Gate(GatedEffect.Reply(this, Faults.RunNotFound(Workflow, RunId)));
            return;
        }

        var (scheduledEventId, attempt) = (request.Activity.ScheduledEventId, request.Activity.Attempt);
        if (run.Attempts.Remove(scheduledEventId, attempt) is { } worker)
        {
            Matching.ReleaseSlot(worker);
        }

        var rejection = owner.Steps.Take(run, new RespondActivity(scheduledEventId, attempt, request.Outcome, request.Identity));
        owner.Batches.Gate(GatedEffect.Reply(this, rejection is null ? null : new HoldfastException(rejection.Code, rejection.Message)));
    }
}

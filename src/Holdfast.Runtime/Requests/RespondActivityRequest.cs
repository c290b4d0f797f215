using Holdfast.Engine;
using Holdfast.Protocol;

namespace Holdfast.Runtime;

/// <summary>A worker reports how an attempt ended. Its slot is free whatever the engine makes of the report.</summary>
internal sealed class RespondActivityRequest(RespondActivityTaskRequest request) : OwnerRequest<object?>
{
    public override WorkflowKey Workflow => request.Activity.Workflow;

    public override RunId RunId => request.Activity.RunId;

    public override void HandleRun(ShardOwner owner, RunEntry? run) => Respond(owner, run, request, this);

    /// <summary>Frees the slot of the attempt, gives its run the outcome, and answers.</summary>
    public static void Respond(ShardOwner owner, RunEntry? run, RespondActivityTaskRequest request, IReply reply)
    {
        var activity = request.Activity;
        if (run is not null)
        {
            Respond(owner, run, new RespondActivity(activity.ScheduledEventId, activity.Attempt, request.Outcome, request.Identity), reply);
            return;
        }

        owner.AbandonedAttempts.Release(new AbandonedAttempt(activity.RunId, activity.ScheduledEventId, activity.Attempt));
        owner.Batches.Gate(GatedEffect.Reply(reply, Faults.RunNotFound(activity.Workflow, activity.RunId)));
    }

    /// <summary>Frees the slot of the attempt, gives the run its outcome, and answers.</summary>
    public static void Respond(ShardOwner owner, RunEntry run, RespondActivity message, IReply reply)
    {
        if (run.Attempts.Remove(message.ScheduledEventId, message.Attempt) is { } worker)
        {
            Matching.ReleaseSlot(worker);
        }
        else
        {
            owner.AbandonedAttempts.Release(new AbandonedAttempt(run.RunId, message.ScheduledEventId, message.Attempt));
        }

        var rejection = owner.Steps.Take(run, message);
        owner.Batches.Gate(GatedEffect.Reply(reply, rejection is null ? null : new HoldfastException(rejection.Code, rejection.Message)));
    }
}

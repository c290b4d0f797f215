using Holdfast.Protocol;

namespace Holdfast.Runtime;

/// <summary>A slot came free for an attempt that waited; it is reserved.</summary>
internal sealed class ActivityOffered(ActivityOffer offer, ActivitySlot slot) : RunTargetedMessage
{
    public override WorkflowKey Workflow => offer.Workflow;

    public override RunId RunId => offer.RunId;

    public override void HandleRun(ShardOwner owner, RunEntry? run)
    {
        if (run is null || run.State.IsClosed)
        {
            Matching.ReleaseSlot(slot);
            return;
        }

        owner.Steps.StartAttempt(run, offer.ScheduledEventId, offer.Attempt, slot);
    }
}

using Holdfast.Engine;
using Holdfast.Protocol;

namespace Holdfast.Runtime;

/// <summary>A worker reports that an attempt is alive.</summary>
internal sealed class HeartbeatRequest(RecordActivityTaskHeartbeatRequest request) : OwnerRequest<RecordActivityTaskHeartbeatResponse>
{
    public override WorkflowKey Workflow => request.Activity.Workflow;

    public override RunId RunId => request.Activity.RunId;

    public override void HandleRun(ShardOwner owner, RunEntry? run)
    {
        if (run is null)
        {
            owner.Batches.Gate(GatedEffect.Reply(this, Faults.RunNotFound(Workflow, RunId)));
        }
        else
        {
            Beat(owner, run, new HeartbeatActivity(request.Activity.ScheduledEventId, request.Activity.Attempt, request.Details), this);
        }
    }

    /// <summary>Gives the run a heartbeat and answers.</summary>
    public static void Beat(ShardOwner owner, RunEntry run, HeartbeatActivity message, IReply reply)
    {
        object answer = owner.Steps.Take(run, message) is { } rejection
            ? new HoldfastException(rejection.Code, rejection.Message)
            : run.State.AnswerHeartbeat(message.ScheduledEventId);
        owner.Batches.Gate(GatedEffect.Reply(reply, answer));
    }
}

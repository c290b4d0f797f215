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
        object answer;
        if (run is null)
        {
            answer = Faults.RunNotFound(Workflow, RunId);
        }
        else if (owner.Steps.Take(run, new HeartbeatActivity(request.Activity.ScheduledEventId, request.Activity.Attempt, request.Details)) is { } rejection)
        {
            answer = new HoldfastException(rejection.Code, rejection.Message);
        }
        else
        {
            answer = new RecordActivityTaskHeartbeatResponse(run.State.IsActivityCancelRequested(request.Activity.ScheduledEventId), run.State.IsPaused);
        }

        owner.Batches.Gate(GatedEffect.Reply(this, answer));
    }
}

using Holdfast.Protocol;

namespace Holdfast.Runtime;

/// <summary>The settled store was asked for a run that a request made before.</summary>
internal sealed class EarlierRunLookedUp(WorkflowKey workflow, string requestId, RunId? earlierRun, Exception? error) : OwnerMessage
{
    public WorkflowKey Workflow => workflow;

    public string RequestId => requestId;

    public RunId? EarlierRun => earlierRun;

    public Exception? Error => error;

    public override void Handle(ShardOwner owner) => owner.EarlierRuns.LookedUp(this);
}

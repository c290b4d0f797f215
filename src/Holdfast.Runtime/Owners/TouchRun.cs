using Holdfast.Protocol;

namespace Holdfast.Runtime;

/// <summary>Has a run loaded that is due; being loaded, it is taken up.</summary>
internal sealed class TouchRun(WorkflowKey workflow, RunId runId) : RunTargetedMessage
{
    public override WorkflowKey Workflow => workflow;

    public override RunId RunId => runId;

    /// <inheritdoc/>
    public override bool IsOwed => true;

    public override void HandleRun(ShardOwner owner, RunEntry? run)
    {
    }
}

using Holdfast.Engine;
using Holdfast.Protocol;

namespace Holdfast.Runtime;

/// <summary>Tells a run what became of something it asked of another run. A run that is closed or gone does not mind.</summary>
internal sealed class ReportToRun(WorkflowKey workflow, RunId runId, RunMessage message) : RunTargetedMessage
{
    public override WorkflowKey Workflow => workflow;

    public override RunId RunId => runId;

    /// <inheritdoc/>
    public override bool IsOwed => true;

    public override void HandleRun(ShardOwner owner, RunEntry? run)
    {
        if (run is null)
        {
            return;
        }

        owner.Steps.Take(run, message);
        if (run.IsBeingDeleted)
        {
            owner.Deletions.ContinueWhenDurable(run);
        }
    }
}

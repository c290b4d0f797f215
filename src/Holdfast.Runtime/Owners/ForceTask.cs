using Holdfast.Engine;
using Holdfast.Protocol;

namespace Holdfast.Runtime;

/// <summary>A worker asks that a run's code be run though nothing is new for it.</summary>
internal sealed class ForceTask(WorkflowKey workflow, RunId runId) : RunTargetedMessage
{
    public override WorkflowKey Workflow => workflow;

    public override RunId RunId => runId;

    public override void HandleRun(ShardOwner owner, RunEntry? run)
    {
        if (run is not null)
        {
            owner.Steps.Take(run, new ForceWorkflowTask());
        }
    }
}

using Holdfast.Protocol;

namespace Holdfast.Runtime;

/// <summary>A run that waited may be let in; it holds the permit already.</summary>
internal sealed class StartPermitGranted(WorkflowKey workflow, RunId runId, StartQueue queue) : RunTargetedMessage
{
    public override WorkflowKey Workflow => workflow;

    public override RunId RunId => runId;

    public override void HandleRun(ShardOwner owner, RunEntry? run)
    {
        if (run is null)
        {
            queue.Closed(runId);
            return;
        }

        StartLimits.Admit(owner, run, queue);
    }

    /// <summary>The run could not be read: it waits on, and has its turn again when something changes.</summary>
    public override void Fail(Exception exception) => queue.Return(runId);
}

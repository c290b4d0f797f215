using Holdfast.Engine;
using Holdfast.Protocol;

namespace Holdfast.Runtime;

/// <summary>The parent of a child closed: the child is terminated or asked to cancel.</summary>
internal sealed class ParentCloseMessage(RunId parentRunId, ApplyParentClosePolicy apply) : RunTargetedMessage
{
    public override WorkflowKey Workflow { get; } = new(apply.Namespace, apply.Child.WorkflowId);

    public override RunId RunId => RunId.None;

    public override void HandleRun(ShardOwner owner, RunEntry? run)
    {
        if (run is null || run.State.IsClosed || run.State.FirstExecutionRunId != apply.Child.RunId)
        {
            return;
        }

        const string Reason = "Its parent workflow closed (parent close policy)";
        RunMessage message = apply.Policy == ParentClosePolicy.RequestCancel
            ? new RequestCancelRun(RunId.None, Reason, "parent", $"parent-close:{parentRunId}")
            : new TerminateRun(RunId.None, Reason, Payloads.Empty, "parent");
        owner.Steps.Take(run, message);
    }
}

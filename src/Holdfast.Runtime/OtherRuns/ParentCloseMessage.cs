using Holdfast.Engine;
using Holdfast.Protocol;

namespace Holdfast.Runtime;

/// <summary>The parent of a child closed: the child is terminated or asked to cancel.</summary>
/// <param name="parentRunId">The parent.</param>
/// <param name="apply">What the policy says.</param>
/// <param name="isAwaited">True when a request waits for it and is told of an error; otherwise it is tried again.</param>
/// <param name="told">Called when the child has that durably, or with an error when it cannot be told.</param>
internal sealed class ParentCloseMessage(RunId parentRunId, ApplyParentClosePolicy apply, bool isAwaited, Action<Exception?> told) : RunTargetedMessage
{
    public override WorkflowKey Workflow { get; } = new(apply.Namespace, apply.Child.WorkflowId);

    public override RunId RunId => RunId.None;

    /// <inheritdoc/>
    public override bool IsOwed => !isAwaited;

    public override void HandleRun(ShardOwner owner, RunEntry? run)
    {
        Tell(owner, run);
        owner.Batches.Gate(GatedEffect.Run(() => told(null)));
    }

    public override void Fail(Exception exception) => told(exception);

    private void Tell(ShardOwner owner, RunEntry? run)
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

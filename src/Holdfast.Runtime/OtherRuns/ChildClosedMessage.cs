using Holdfast.Engine;
using Holdfast.Protocol;

namespace Holdfast.Runtime;

/// <summary>A child run tells its parent how it ended, and is told when the parent has that durably, is closed, or is gone.</summary>
internal sealed class ChildClosedMessage(WorkflowKey child, RunId childRunId, NotifyParent notify, RunId? resetParentRunId = null) : RunTargetedMessage
{
    public override WorkflowKey Workflow { get; } = new(notify.Parent.Namespace, notify.Parent.Execution.WorkflowId);

    public override RunId RunId => resetParentRunId ?? notify.Parent.Execution.RunId;

    /// <inheritdoc/>
    public override bool IsOwed => true;

    public override void HandleRun(ShardOwner owner, RunEntry? run)
    {
        if (run?.State.ResetRunId is { } newParentRunId)
        {
            owner.Locate(new ChildClosedMessage(child, childRunId, notify, newParentRunId)); // the parent was reset, and its children belong to the run that came of it
            return;
        }

        if (run is not null && IsOf(run))
        {
            owner.Steps.Take(run, new ChildClosed(notify.Parent.InitiatedEventId, notify.ChildFirstRunId, notify.ChildRunId, notify.CloseEvent));
        }

        var post = owner.Services.Post;
        ReportToRun acknowledgement = new(child, childRunId, new AcknowledgeParentNotification());
        owner.Batches.Gate(GatedEffect.Run(() => post(child, acknowledgement)));
    }

    /// <summary>A run that came of a reset may have asked for another child at the same place of its history: this child is then none of its children.</summary>
    private bool IsOf(RunEntry run) => run.State.PendingChildren.Find(notify.Parent.InitiatedEventId)?.Initiated.ChildRunId == notify.ChildFirstRunId;
}

using Holdfast.Engine;
using Holdfast.Protocol;

namespace Holdfast.Runtime;

/// <summary>A run asks another to cancel, and is told whether it has been asked.</summary>
internal sealed class CancelExternalMessage(WorkflowKey requester, RunId requesterRunId, RequestExternalCancel cancel) : RunTargetedMessage
{
    public override WorkflowKey Workflow { get; } = new(cancel.Namespace, cancel.Execution.WorkflowId);

    /// <summary>A child that continued as new is canceled in its newest run, so the run that was named is only compared.</summary>
    public override RunId RunId => RunId.None;

    /// <inheritdoc/>
    public override bool IsOwed => true;

    public override void HandleRun(ShardOwner owner, RunEntry? run)
    {
        ResolveExternalCancel resolved = new(cancel.InitiatedEventId, Refusal(owner, run));
        var post = owner.Services.Post;
        ReportToRun report = new(requester, requesterRunId, resolved);
        owner.Batches.Gate(GatedEffect.Run(() => post(requester, report)));
    }

    private string? Refusal(ShardOwner owner, RunEntry? run)
    {
        if (run is null || (!cancel.Execution.RunId.IsNone && run.RunId != cancel.Execution.RunId && run.State.FirstExecutionRunId != cancel.Execution.RunId))
        {
            return "ExternalWorkflowExecutionNotFound";
        }

        if (cancel.ChildWorkflowOnly && !IsChildOf(run, requester))
        {
            return "ExternalWorkflowExecutionNotFound";
        }

        var rejection = owner.Steps.Take(run, new RequestCancelRun(RunId.None, cancel.Reason, requester.WorkflowId, $"cancel:{requesterRunId}:{cancel.InitiatedEventId}"));
        return rejection is null ? null : "ExternalWorkflowExecutionNotFound";
    }

    /// <summary>The parent's run is not compared: a parent that was reset keeps its children.</summary>
    private static bool IsChildOf(RunEntry run, WorkflowKey requester) =>
        run.State.Started.Parent is { } parent && parent.Namespace == requester.Namespace && parent.Execution.WorkflowId == requester.WorkflowId;
}

using System.Globalization;
using Holdfast.Engine;
using Holdfast.Protocol;

namespace Holdfast.Runtime;

/// <summary>A run sends a signal to another, and is told whether it has it. Comes again after a crash; the request ID makes it idempotent.</summary>
internal sealed class SignalExternalMessage(WorkflowKey sender, RunId senderRunId, RequestExternalSignal signal) : RunTargetedMessage
{
    public override WorkflowKey Workflow { get; } = new(signal.Initiated.Namespace, signal.Initiated.Execution.WorkflowId);

    public override RunId RunId => signal.Initiated.Execution.RunId;

    /// <inheritdoc/>
    public override bool IsOwed => true;

    public override void HandleRun(ShardOwner owner, RunEntry? run)
    {
        ResolveExternalSignal resolved = new(signal.InitiatedEventId, Failure(owner, run));
        var post = owner.Services.Post;
        ReportToRun report = new(sender, senderRunId, resolved);
        owner.Batches.Gate(GatedEffect.Run(() => post(sender, report)));
    }

    private SignalExternalWorkflowExecutionFailedCause? Failure(ShardOwner owner, RunEntry? run)
    {
        if (run is null || (signal.Initiated.ChildWorkflowOnly && run.State.Started.Parent?.Execution.RunId != senderRunId))
        {
            return SignalExternalWorkflowExecutionFailedCause.ExternalWorkflowExecutionNotFound;
        }

        var requestId = string.Create(CultureInfo.InvariantCulture, $"signal:{senderRunId}:{signal.InitiatedEventId}");
        var rejection = owner.Steps.Take(run, new SignalRun(signal.Initiated.SignalName, signal.Initiated.Input, signal.Initiated.Header, sender.WorkflowId, requestId));
        return rejection switch
        {
            null => null,
            _ when rejection.Code == ErrorCodes.LimitExceeded => SignalExternalWorkflowExecutionFailedCause.SignalCountLimitExceeded,
            _ => SignalExternalWorkflowExecutionFailedCause.ExternalWorkflowExecutionNotFound,
        };
    }
}

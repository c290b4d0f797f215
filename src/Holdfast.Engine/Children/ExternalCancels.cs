using Holdfast.Protocol;

namespace Holdfast.Engine;

/// <summary>Requests to cancel other runs.</summary>
internal static class ExternalCancels
{
    internal static void Request(PendingExternalCancel pending, RunStep step)
    {
        var initiated = pending.Initiated;
        step.Emit(new RequestExternalCancel(pending.InitiatedEventId, initiated.Namespace, initiated.Execution, initiated.ChildWorkflowOnly, initiated.Reason));
    }

    internal static EventAttributes Outcome(PendingExternalCancel pending, string? failureCause) => failureCause is null
        ? new ExternalWorkflowExecutionCancelRequested
        {
            Namespace = pending.Initiated.Namespace,
            Execution = pending.Initiated.Execution,
            InitiatedEventId = pending.InitiatedEventId,
        }
        : new RequestCancelExternalWorkflowExecutionFailed
        {
            Cause = failureCause,
            Namespace = pending.Initiated.Namespace,
            Execution = pending.Initiated.Execution,
            InitiatedEventId = pending.InitiatedEventId,
        };
}

using Holdfast.Protocol;

namespace Holdfast.Engine;

/// <summary>The outcome of a signal to another run.</summary>
internal static class ResolveExternalSignalHandler
{
    internal static void Handle(RunState state, ResolveExternalSignal message, RunStep step)
    {
        if (state.ExternalSignals?.Find(message.InitiatedEventId) is { } pending)
        {
            Happenings.Record(state, Outcome(pending, message.FailureCause), step);
            WorkflowTasks.Ensure(state, step);
        }
    }

    private static EventAttributes Outcome(PendingExternalSignal pending, SignalExternalWorkflowExecutionFailedCause? failureCause) => failureCause is { } cause
        ? new SignalExternalWorkflowExecutionFailed
        {
            Cause = cause,
            Namespace = pending.Initiated.Namespace,
            Execution = pending.Initiated.Execution,
            InitiatedEventId = pending.InitiatedEventId,
        }
        : new ExternalWorkflowExecutionSignaled
        {
            Namespace = pending.Initiated.Namespace,
            Execution = pending.Initiated.Execution,
            InitiatedEventId = pending.InitiatedEventId,
        };
}

using Holdfast.Protocol;

namespace Holdfast.Engine;

/// <summary>The run ends. Children stay, for the parent close policy.</summary>
internal static class RunClosedFold
{
    internal static void Apply(RunState state, HistoryEvent recorded)
    {
        if (StatusAfter(recorded.Type) is not { } status)
        {
            return;
        }

        state.Status = status;
        state.CloseEvent = recorded;
        state.SuccessorRunId = Successor(recorded.Attributes);
        state.WorkflowTask = null;
        state.FirstWorkflowTaskTime = null;
        state.StartPermitAwaitedSince = null;
        state.PendingActivities.Clear();
        state.PendingTimers.Clear();
        state.PendingExternalCancels.Clear();
        state.ExternalSignals = null;
        state.UnacknowledgedChildStarts = 0;
        state.ArmedTimer = null;
        state.Pause = null;
    }

    private static WorkflowExecutionStatus? StatusAfter(EventType type) => type switch
    {
        EventType.WorkflowExecutionCompleted => WorkflowExecutionStatus.Completed,
        EventType.WorkflowExecutionFailed => WorkflowExecutionStatus.Failed,
        EventType.WorkflowExecutionTimedOut => WorkflowExecutionStatus.TimedOut,
        EventType.WorkflowExecutionCanceled => WorkflowExecutionStatus.Canceled,
        EventType.WorkflowExecutionTerminated => WorkflowExecutionStatus.Terminated,
        EventType.WorkflowExecutionContinuedAsNew => WorkflowExecutionStatus.ContinuedAsNew,
        _ => null,
    };

    private static RunId? Successor(EventAttributes attributes) => attributes switch
    {
        WorkflowExecutionCompleted completed => completed.NewExecutionRunId,
        WorkflowExecutionFailed failed => failed.NewExecutionRunId,
        WorkflowExecutionTimedOut timedOut => timedOut.NewExecutionRunId,
        WorkflowExecutionContinuedAsNew continued => continued.NewExecutionRunId,
        _ => null,
    };
}

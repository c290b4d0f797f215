using Holdfast.Protocol;

namespace Holdfast.Engine;

/// <summary>The run begins.</summary>
internal static class WorkflowExecutionStartedFold
{
    internal static void Apply(RunState state, WorkflowExecutionStarted started, DateTimeOffset time)
    {
        var delay = started.FirstWorkflowTaskBackoff ?? TimeSpan.Zero;
        state.Started = started;
        state.StartTime = time;
        state.FirstWorkflowTaskTime = delay > TimeSpan.Zero && started.Kind is RunKind.Workflow ? time + delay : null;
        state.StartPermit = StartPermits.AtStart(started.Admission);
        state.ExecutionExpirationTime = started.WorkflowExecutionExpirationTime;
        state.RunTimeoutTime = time + delay + started.WorkflowRunTimeout;
    }
}

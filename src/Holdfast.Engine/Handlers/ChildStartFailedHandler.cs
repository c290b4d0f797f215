using Holdfast.Protocol;

namespace Holdfast.Engine;

/// <summary>A child could not be started.</summary>
internal static class ChildStartFailedHandler
{
    internal static void Handle(RunState state, ChildStartFailed message, RunStep step)
    {
        if (state.PendingChildren.Find(message.InitiatedEventId) is not { IsStarted: false } child)
        {
            return;
        }

        var failed = new StartChildWorkflowExecutionFailed
        {
            Namespace = child.Initiated.Namespace,
            WorkflowId = child.Initiated.WorkflowId,
            WorkflowType = child.Initiated.WorkflowType,
            Cause = message.Cause,
            InitiatedEventId = child.InitiatedEventId,
            WorkflowTaskCompletedEventId = child.Initiated.WorkflowTaskCompletedEventId,
        };
        Happenings.Record(state, failed, step);
        WorkflowTasks.Ensure(state, step);
    }
}

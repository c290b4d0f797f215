using Holdfast.Protocol;

namespace Holdfast.Engine;

/// <summary>A child's last run has closed, which implies that the child had started.</summary>
internal static class ChildClosedHandler
{
    internal static void Handle(RunState state, ChildClosed message, RunStep step)
    {
        if (state.PendingChildren.Find(message.InitiatedEventId) is not { } child)
        {
            return;
        }

        if (Children.ClosedEvent(child, message.ChildRunId, message.CloseEvent) is not { } closed)
        {
            step.Reject(ErrorCodes.InvalidArgument, $"{message.CloseEvent.Type} does not close a child's last run.");
            return;
        }

        if (!child.IsStarted)
        {
            Children.RecordStarted(state, child, message.ChildFirstRunId, step);
        }

        Happenings.Record(state, Children.WithStartedEventId(closed, child.StartedEventId), step);
        WorkflowTasks.Ensure(state, step);
    }
}

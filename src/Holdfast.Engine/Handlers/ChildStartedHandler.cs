namespace Holdfast.Engine;

/// <summary>A child's first run has begun.</summary>
internal static class ChildStartedHandler
{
    internal static void Handle(RunState state, ChildStarted message, RunStep step)
    {
        if (state.PendingChildren.Find(message.InitiatedEventId) is { IsStarted: false } child)
        {
            Children.RecordStarted(state, child, message.ChildRunId, step);
            WorkflowTasks.Ensure(state, step);
        }
    }
}

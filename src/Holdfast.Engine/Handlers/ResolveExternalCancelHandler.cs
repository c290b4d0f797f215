namespace Holdfast.Engine;

/// <summary>The outcome of a request to cancel another run.</summary>
internal static class ResolveExternalCancelHandler
{
    internal static void Handle(RunState state, ResolveExternalCancel message, RunStep step)
    {
        if (state.PendingExternalCancels.Find(message.InitiatedEventId) is { } pending)
        {
            Happenings.Record(state, ExternalCancels.Outcome(pending, message.FailureCause), step);
            WorkflowTasks.Ensure(state, step);
        }
    }
}

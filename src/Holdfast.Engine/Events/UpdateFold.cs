using Holdfast.Protocol;

namespace Holdfast.Engine;

/// <summary>The durable life of an update.</summary>
internal static class UpdateFold
{
    internal static void Accepted(RunState state, WorkflowExecutionUpdateAccepted accepted, long eventId) =>
        state.Updates.Accept(new AcceptedUpdate(eventId, accepted.UpdateId));

    internal static void Completed(RunState state, WorkflowExecutionUpdateCompleted completed) => state.Updates.Complete(completed);
}

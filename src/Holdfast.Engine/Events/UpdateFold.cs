using Holdfast.Protocol;

namespace Holdfast.Engine;

/// <summary>The durable life of an update.</summary>
internal static class UpdateFold
{
    internal static void Admitted(RunState state, WorkflowExecutionUpdateAdmitted admitted, long eventId) =>
        state.Updates.Admit(new UpdateRequest(admitted.UpdateId, admitted.Name, admitted.Input, admitted.Header, admitted.Identity), eventId);

    internal static void Accepted(RunState state, WorkflowExecutionUpdateAccepted accepted, long eventId)
    {
        if (state.Updates.FindAdmitted(accepted.UpdateId) is { } admitted)
        {
            state.Updates.Forget(admitted);
        }

        state.Updates.Accept(new AcceptedUpdate(eventId, accepted.UpdateId, SizeRules.Bytes(accepted.Input)));
    }

    internal static void Completed(RunState state, WorkflowExecutionUpdateCompleted completed) => state.Updates.Complete(completed);
}

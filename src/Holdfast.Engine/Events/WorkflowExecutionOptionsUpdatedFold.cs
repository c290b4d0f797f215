using Holdfast.Protocol;

namespace Holdfast.Engine;

/// <summary>Options of the run were changed from outside.</summary>
internal static class WorkflowExecutionOptionsUpdatedFold
{
    internal static void Apply(RunState state, WorkflowExecutionOptionsUpdated updated)
    {
        state.Priority = updated.Priority ?? state.Priority;
        if (updated.AttachedRequestId.Length != 0)
        {
            state.RememberAttachedRequest(updated.AttachedRequestId);
        }
    }
}

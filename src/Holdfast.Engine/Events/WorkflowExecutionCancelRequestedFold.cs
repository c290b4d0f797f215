using Holdfast.Protocol;

namespace Holdfast.Engine;

/// <summary>Somebody asked the run to cancel.</summary>
internal static class WorkflowExecutionCancelRequestedFold
{
    internal static void Apply(RunState state, WorkflowExecutionCancelRequested requested)
    {
        state.CancelRequested = true;
        state.RememberRequest(requested.RequestId);
    }
}

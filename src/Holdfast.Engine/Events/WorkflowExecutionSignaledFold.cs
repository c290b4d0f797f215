using Holdfast.Protocol;

namespace Holdfast.Engine;

/// <summary>A signal arrived.</summary>
internal static class WorkflowExecutionSignaledFold
{
    internal static void Apply(RunState state, WorkflowExecutionSignaled signaled)
    {
        state.SignalCount++;
        state.RememberRequest(signaled.RequestId);
    }
}

using Holdfast.Protocol;

namespace Holdfast.Engine;

/// <summary>The run is paused, and goes on.</summary>
internal static class PauseFold
{
    internal static void Paused(RunState state, WorkflowExecutionPaused paused, DateTimeOffset time)
    {
        state.Pause = new PauseInfo(time, paused.Identity, paused.Reason);
        state.Status = WorkflowExecutionStatus.Paused;
        state.RememberRequest(paused.RequestId);
    }

    internal static void Unpaused(RunState state, WorkflowExecutionUnpaused unpaused)
    {
        state.Pause = null;
        state.Status = WorkflowExecutionStatus.Running;
        state.RememberRequest(unpaused.RequestId);
    }
}

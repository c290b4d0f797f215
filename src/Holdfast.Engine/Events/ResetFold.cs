using Holdfast.Protocol;

namespace Holdfast.Engine;

/// <summary>Resets, seen from the run that was reset and from the one that came of it.</summary>
internal static class ResetFold
{
    internal static void Branched(RunState state, RunBranched branched)
    {
        state.IsBranched = true;
        state.ResetRequestId = branched.RequestId;
        state.RunTimeoutTime = branched.Time + state.Started.WorkflowRunTimeout;
        state.ExecutionExpirationTime = branched.Time + state.Started.WorkflowExecutionTimeout;
        for (var i = 0; i < state.PendingActivities.Count; i++)
        {
            state.PendingActivities[i].ScheduleAnew(branched.Time);
        }
    }

    internal static void Superseded(RunState state, RunSuperseded superseded)
    {
        state.ResetRunId = superseded.NewRunId;
        state.RememberReset(superseded.RequestId, superseded.NewRunId);
        state.IsClosedByReset |= !state.IsClosed;
    }
}

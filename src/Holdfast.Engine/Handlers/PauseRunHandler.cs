using Holdfast.Protocol;

namespace Holdfast.Engine;

/// <summary>Pauses the run: what waits for a worker is taken back, and running attempts are told.</summary>
internal static class PauseRunHandler
{
    internal static void Handle(RunState state, PauseRun message, RunStep step)
    {
        if (state.HasSeenRequest(message.RequestId))
        {
            return;
        }

        if (Problem(state, message, step.Limits) is { } problem)
        {
            step.Reject(problem.Code, problem.Message);
            return;
        }

        Happenings.Record(state, new WorkflowExecutionPaused { Identity = message.Identity, Reason = message.Reason, RequestId = message.RequestId }, step);
        TakeBackWorkflowTask(state, step);
        for (var i = 0; i < state.PendingActivities.Count; i++)
        {
            Pause(state, state.PendingActivities[i], step);
        }
    }

    private static Rejection? Problem(RunState state, PauseRun message, EngineLimits limits) => state.Pause is { } pause
        ? new(ErrorCodes.RunPaused, $"The run has been paused since {pause.Time:O} by '{pause.Identity}': {pause.Reason}")
        : SizeRules.LengthProblem("The reason", message.Reason, limits)
            ?? SizeRules.LengthProblem("The identity", message.Identity, limits)
            ?? SizeRules.LengthProblem("The request ID", message.RequestId, limits);

    private static void TakeBackWorkflowTask(RunState state, RunStep step)
    {
        if (state.WorkflowTask is { IsStarted: false })
        {
            WorkflowTasks.MakeDurable(state, step);
            state.WorkflowTask!.IsOffered = false;
        }
    }

    private static void Pause(RunState state, PendingActivity activity, RunStep step)
    {
        activity.IsOffered = false;
        if (activity is { IsStarted: true, CancelRequested: false })
        {
            step.Emit(new CancelActivityAttempt(activity.Reference(state), ActivityCancelReason.Paused, ReleasesSlot: false));
        }
    }
}

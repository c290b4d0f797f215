using Holdfast.Protocol;

namespace Holdfast.Engine;

/// <summary>Lets the run go on: its code gets a workflow task, and activities that wait are offered again.</summary>
internal static class UnpauseRunHandler
{
    internal static void Handle(RunState state, UnpauseRun message, RunStep step)
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

        Happenings.Record(state, new WorkflowExecutionUnpaused { Identity = message.Identity, Reason = message.Reason, RequestId = message.RequestId }, step);
        GoOn(state, step);
        for (var i = 0; i < state.PendingActivities.Count; i++)
        {
            ActivityAttempts.OfferWhenWaiting(state, state.PendingActivities[i], step);
        }

        WakeUp.AtEarliest(state, step);
    }

    private static Rejection? Problem(RunState state, UnpauseRun message, EngineLimits limits) => state.Pause is null
        ? new(ErrorCodes.RunNotPaused, "The run is not paused.")
        : SizeRules.LengthProblem("The reason", message.Reason, limits)
            ?? SizeRules.LengthProblem("The identity", message.Identity, limits)
            ?? SizeRules.LengthProblem("The request ID", message.RequestId, limits);

    private static void GoOn(RunState state, RunStep step)
    {
        if (state.WorkflowTask is { } task)
        {
            WorkflowTasks.OfferWhenDue(state, task, step);
        }
        else if (state.FirstWorkflowTaskTime is not { } firstTaskTime || firstTaskTime <= step.Now || state.CancelRequested)
        {
            WorkflowTasks.Schedule(state, step);
        }
    }
}

using Holdfast.Protocol;

namespace Holdfast.Engine;

/// <summary>What those who wait for updates are told.</summary>
internal static class UpdateReports
{
    internal static ReportUpdate? OfAccepted(RunState state, string updateId)
    {
        if (state.Updates.FindAccepted(updateId) is not { } update)
        {
            return null;
        }

        if (update.Completed is { } completed)
        {
            return new ReportUpdate(updateId, UpdateStage.Completed, completed.Result, completed.Failure);
        }

        return state.IsClosed
            ? Failed(updateId, EngineFailures.UpdateOfClosedRun())
            : new ReportUpdate(updateId, UpdateStage.Accepted, null, null);
    }

    /// <summary>Rejects updates that the completed task carried and its worker did not speak of.</summary>
    internal static void RejectUnanswered(RunState state, RunStep step)
    {
        for (var i = 0; i < state.Updates.Admitted.Count;)
        {
            if (state.Updates.Admitted[i] is { IsDelivered: true } unanswered)
            {
                Reject(state, unanswered, EngineFailures.UpdateNotProcessed(), step);
            }
            else
            {
                i++;
            }
        }
    }

    internal static void Reject(RunState state, AdmittedUpdate update, Failure failure, RunStep step)
    {
        state.Updates.Forget(update);
        step.Emit(Failed(update.Request.UpdateId, failure));
    }

    /// <summary>The run closes: nobody will complete what was accepted and has not completed, and what was not accepted belongs to no history.</summary>
    internal static void EndAll(RunState state, bool hasSuccessor, RunStep step)
    {
        foreach (var update in state.Updates.Admitted)
        {
            step.Emit(new AbortUpdate(update.Request.UpdateId, hasSuccessor));
        }

        state.Updates.ForgetAdmitted();
        if (state.Updates.RunningCount == 0)
        {
            return;
        }

        foreach (var update in state.Updates.Accepted)
        {
            if (update.Completed is null)
            {
                step.Emit(Failed(update.UpdateId, EngineFailures.UpdateOfClosedRun()));
            }
        }
    }

    private static ReportUpdate Failed(string updateId, Failure failure) => new(updateId, UpdateStage.Completed, null, failure);
}

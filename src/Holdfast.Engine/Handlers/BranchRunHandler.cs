using Holdfast.Protocol;

namespace Holdfast.Engine;

/// <summary>
/// Begins a run with the events of another up to a workflow task, fails that task because of the reset, carries over what came later, and schedules another task.
/// What was pending at the reset point is pending again: activities and children are offered and asked for anew, timers fire at their time.
/// </summary>
internal static class BranchRunHandler
{
    internal static void Handle(RunState state, BranchRun message, RunStep step)
    {
        Invariant.That(state.Workflow == message.Workflow && state.RunId == message.RunId, "a run is started in its own state");
        if (Problem(state, message) is { } problem)
        {
            step.Reject(ErrorCodes.ResetPointInvalid, problem);
            return;
        }

        foreach (var recorded in message.Branch)
        {
            step.Record(state, BranchedHistory.Of(recorded, message.BaseRunId));
        }

        if (!state.IsBranched)
        {
            Branch(state, message, step);
        }

        Reapplication.OfBase(state, message.LaterInBase, message.Exclusions, step);
        Reapplication.OfChain(state, message.LaterInChain, message.Exclusions, step);
        state.AwaitsMoreOfBranch = message.HasMore;
        if (!message.HasMore)
        {
            PostResetOperations.Apply(state, message, step);
            WorkflowTasks.Schedule(state, step);
            StartPermits.Tell(state, step);
            TakeUp(state, step);
        }
    }

    /// <summary>A beginning that the state has already was checked before it was copied.</summary>
    private static string? Problem(RunState state, BranchRun message)
    {
        if (state.IsBeginningOfBranch)
        {
            Invariant.That(state.IsBranched || state.WorkflowTask is not null, "a branch that was copied ends at a workflow task");
            return null;
        }

        return ResetPoints.Problem([.. message.Branch.Concat(message.LaterInBase).Select(static e => e.Type)], message.Branch.Count + 1);
    }

    private static void Branch(RunState state, BranchRun message, RunStep step)
    {
        state.Updates.ForgetRejected(state.PreviousStartedEventId);
        step.Record(state, new RunBranched(step.Now, message.BaseRunId, message.RequestId));
        FailWorkflowTask(state, message, step);
    }

    private static void FailWorkflowTask(RunState state, BranchRun message, RunStep step)
    {
        var task = state.WorkflowTask!;
        if (!task.IsStarted)
        {
            step.Record(state, new WorkflowTaskStarted { ScheduledEventId = task.ScheduledEventId, Identity = EngineFailures.Source });
        }

        step.Record(state, new WorkflowTaskFailed
        {
            ScheduledEventId = task.ScheduledEventId,
            StartedEventId = task.StartedEventId,
            Cause = WorkflowTaskFailedCause.ResetWorkflow,
            Failure = EngineFailures.Reset(message.Reason),
            Identity = EngineFailures.Source,
            BaseRunId = message.BaseRunId,
            NewRunId = message.RunId,
        });
    }

    private static void TakeUp(RunState state, RunStep step)
    {
        for (var i = 0; i < state.PendingActivities.Count; i++)
        {
            ActivityAttempts.OfferWhenDue(state, state.PendingActivities[i], step);
        }

        Resumption.OfChildrenAndOtherRuns(state, step);
        WakeUp.AtEarliest(state, step);
    }
}

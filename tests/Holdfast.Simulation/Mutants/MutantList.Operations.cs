namespace Holdfast.Simulation;

/// <content>Defects of what operators do to runs, and of limits.</content>
internal static partial class MutantList
{
    private const string ResetOverlooksSuccessor = "reset-overlooks-successor";

    private static IReadOnlyList<Mutant> OfOperations =>
    [
        new("pause-ignored", "An attempt that waits at the queue begins although it was paused", Engine + "Handlers/StartActivityAttemptHandler.cs",
            "|| state.IsPaused || activity.IsPaused ||",
            "|| (!MUTANT && (state.IsPaused || activity.IsPaused)) ||"),
        new("reset-drops-signals", "Signals that came behind the reset point are not carried over", Engine + "Resets/Reapplication.cs",
            "case WorkflowExecutionSignaled when !exclusions",
            "case WorkflowExecutionSignaled when !MUTANT && !exclusions"),
        new("reset-once-more", "A request to reset that comes again after another reset is taken once more", Runtime + "Resetting/ResetRequest.cs",
            "_requestId = RunState.OfReset(request.RequestId);",
            "_requestId = MUTANT ? string.Empty : RunState.OfReset(request.RequestId);"),
        new("reset-in-the-past", "A run that comes of a reset goes on before the time of the other", Runtime + "Owners/RunStepper.cs",
            "=> run.BeginsAfter(other.LastTime);",
            "=> run.BeginsAfter(MUTANT ? default : other.LastTime);"),
        new(ResetOverlooksSuccessor, "A run that goes on as another while a reset looks for the newest is overlooked", Runtime + "Resetting/ResetProgress.cs",
            "else if (!_isChainCut && !(owner.Directory",
            "else if (!_isChainCut && !MUTANT && !(owner.Directory")
        {
            Also = new(ResetOverlooksSuccessor, "What came of a reset may be older than the run whose place it takes", Runtime + "Resetting/ResetProgress.cs",
                "superseded.RunId > copy.Run.RunId)",
                "superseded.RunId > copy.Run.RunId && !MUTANT)"),
        },
        new("child-of-another-branch", "The end of a child that only the run before a reset had asked for is told as that of another child", Runtime + "OtherRuns/ChildClosedMessage.cs",
            "if (run is not null && IsOf(run))",
            "if (run is not null && (MUTANT || IsOf(run)))"),
        new("start-answered-with-reset", "A start that comes again after a reset is answered with another run", Engine + "States/RunState.cs",
            "Started.OriginalExecutionRunId is null ? Started.RequestId",
            "MUTANT || Started.OriginalExecutionRunId is null ? Started.RequestId"),
        new("deleted-comes-back", "A deleted run comes back after a crash", Runtime + "Deleting/OwnerDeletions.cs",
            "await store.DeleteAsync(deletion.Run.RunId, deletion.LastLsn,",
            "await store.DeleteAsync(deletion.Run.RunId, MUTANT ? 0 : deletion.LastLsn,"),
        new("limit-off-by-one", "One attempt more than the limit allows", Runtime + "Matching/AttemptLimiter.cs",
            "HasRoom => Count < Limit;",
            "HasRoom => Count < Limit + (MUTANT ? 1 : 0);"),
        new("priority-ignored", "Attempts that wait are handed out in the order in which they came, whatever their priority", Runtime + "Matching/TaskQueueEntry.cs",
            "Priority = PriorityRules.Inherit(run.State.Priority, scheduled?.Priority),",
            "Priority = MUTANT ? null : PriorityRules.Inherit(run.State.Priority, scheduled?.Priority),"),
        new("two-slots", "An attempt that is offered twice takes two slots, and gives one back", Runtime + "Owners/EffectRouter.cs",
            "if (run.Attempts.Find(scheduledEventId, attempt) is not null || TryPauseByRule",
            "if ((run.Attempts.Find(scheduledEventId, attempt) is not null && !MUTANT) || TryPauseByRule"),
        new("queued-start-forgotten", "A start that waits for others is forgotten in a crash", Engine + "Machines/Resumption.cs",
            "StartPermits.Tell(state, step);",
            "if (!MUTANT)\n        {\n            StartPermits.Tell(state, step);\n        }\n"),
    ];
}

namespace Holdfast.Simulation;

/// <content>Defects of what operators do to runs, and of limits.</content>
internal static partial class MutantList
{
    private static IReadOnlyList<Mutant> OfOperations =>
    [
        new("pause-ignored", "An attempt that waits at the queue begins although it was paused", Engine + "Handlers/StartActivityAttemptHandler.cs",
            "|| state.IsPaused || activity.IsPaused ||",
            "|| (!MUTANT && (state.IsPaused || activity.IsPaused)) ||"),
        new("two-slots-for-one-attempt", "An attempt that waited before a pause and after it takes two slots", Runtime + "Owners/EffectRouter.cs",
            "if (run.Attempts.Find(scheduledEventId, attempt) is not null ||",
            "if ((!MUTANT && run.Attempts.Find(scheduledEventId, attempt) is not null) ||"),
        new("reset-drops-signals", "Signals that came behind the reset point are not carried over", Engine + "Resets/Reapplication.cs",
            "case WorkflowExecutionSignaled when !exclusions",
            "case WorkflowExecutionSignaled when !MUTANT && !exclusions"),
        new("reset-once-more", "A request to reset that comes again after another reset is taken once more", Runtime + "Requests/ResetRequest.cs",
            ": reset.State.FindReset(request.RequestId);",
            ": MUTANT ? null : reset.State.FindReset(request.RequestId);"),
        new("reset-overlooks-successor", "A run that goes on as another while a reset looks for the newest is overlooked, with its signals", Runtime + "Requests/ResetRequest.cs",
            "if (_wasLastOpen && newest.RunId != _lastRunId)",
            "if (!MUTANT && _wasLastOpen && newest.RunId != _lastRunId)"),
        new("reset-in-the-past", "A run that comes of a reset goes on before the time of the other", Runtime + "Owners/RunStepper.cs",
            "        run.BeginsAfter(current.LastTime);\n        run.BeginsAfter(reset.LastTime);\n",
            "        if (!MUTANT)\n        {\n            run.BeginsAfter(current.LastTime);\n            run.BeginsAfter(reset.LastTime);\n        }\n\n"),
        new("child-of-another-branch", "The end of a child is told to the run of a reset as that of another child", Runtime + "OtherRuns/ChildClosedMessage.cs",
            "if (run is not null && IsOf(run))",
            "if (run is not null && (MUTANT || IsOf(run)))"),
        new("start-answered-with-reset", "A start that comes again after a reset is answered with another run", Engine + "States/RunState.cs",
            "Started.OriginalExecutionRunId is null ? Started.RequestId",
            "MUTANT || Started.OriginalExecutionRunId is null ? Started.RequestId"),
        new("deleted-comes-back", "A deleted run comes back after a crash", Runtime + "Deleting/OwnerDeletions.cs",
            "await store.DeleteAsync(deletion.Run.RunId, deletion.LastLsn,",
            "await store.DeleteAsync(deletion.Run.RunId, MUTANT ? 0 : deletion.LastLsn,"),
        new("limit-off-by-one", "One attempt more than the limit allows", Runtime + "Matching/ConcurrencyLimiter.cs",
            "HasRoom => Count < Limit;",
            "HasRoom => Count < Limit + (MUTANT ? 1 : 0);"),
        new("queued-start-forgotten", "A start that waits for others is forgotten in a crash", Engine + "Machines/Resumption.cs",
            "StartPermits.Tell(state, step);",
            "if (!MUTANT)\n        {\n            StartPermits.Tell(state, step);\n        }\n"),
        new("priority-ignored", "What waits is given out without regard to its priority", Runtime + "Matching/Backlog.cs",
            "LevelOf(Priority? priority) => priority is null",
            "LevelOf(Priority? priority) => MUTANT || priority is null"),
    ];
}

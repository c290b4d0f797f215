namespace Holdfast.Simulation;

/// <content>Defects that the reference model finds (<c>./dev oracle --mutants</c>): of the meaning of operations, where the simulation looks for lost and doubled steps.</content>
internal static partial class MutantList
{
    /// <summary>They are hunted by the reference model, not by simulated worlds.</summary>
    public static IReadOnlyList<Mutant> OfModel { get; } =
    [
        new("run-timeout-forgotten", "The timeout of a run never comes", Engine + "Timers/Deadlines.cs",
            "if (state.RunTimeoutTime is { } runTimeoutTime)",
            "if (!MUTANT && state.RunTimeoutTime is { } runTimeoutTime)"),
        new("cron-stops-after-success", "A run under cron that completes is the last", Engine + "Commands/CompleteWorkflowExecutionHandler.cs",
            "var next = Successors.Cron(",
            "var next = MUTANT ? null : Successors.Cron("),
        new("memo-lost-at-continue-as-new", "A run that continues as new loses its memo", Engine + "Commands/ContinueAsNewWorkflowExecutionHandler.cs",
            "Memo = command.Memo ?? state.Memo,",
            "Memo = command.Memo ?? (MUTANT ? PayloadMap.Empty : state.Memo),"),
        new("backoff-does-not-grow", "The time between attempts stays the same", Protocol + "Policies/RetrySchedule.cs",
            "Math.Pow(policy.BackoffCoefficient, Math.Max(attempt - 1, 0))",
            "(MUTANT ? 1 : Math.Pow(policy.BackoffCoefficient, Math.Max(attempt - 1, 0)))"),
        new("reset-keeps-pause", "Resetting a paused activity leaves it paused", Engine + "Handlers/OperateActivitiesHandler.cs",
            "next, reset.KeepsPause, reset.ResetsHeartbeat",
            "next, reset.KeepsPause || MUTANT, reset.ResetsHeartbeat"),
        new("cancels-without-waiting", "An attempt that is asked to cancel counts as canceled at once", Engine + "Commands/RequestCancelActivityTaskHandler.cs",
            "        if (activity.IsStarted)\n",
            "        if (activity.IsStarted && !MUTANT)\n"),
        new("parent-close-terminates", "Children that are to be asked to cancel are terminated with their parent", Engine + "Closing/RunClosing.cs",
            "child.InitiatedEventId, child.Initiated.ParentClosePolicy);",
            "child.InitiatedEventId, MUTANT ? ParentClosePolicy.Terminate : child.Initiated.ParentClosePolicy);"),
        new("reuse-after-success", "An ID that may be used again after failures alone is used again after success", Runtime + "Requests/WorkflowIdPolicies.cs",
            "AllowDuplicateFailedOnly => closedAs is not",
            "AllowDuplicateFailedOnly => MUTANT || closedAs is not"),
        new("same-priority-is-a-change", "Giving a run the priority that it has leaves an event", Engine + "Handlers/UpdateRunOptionsHandler.cs",
            "if (priority == (state.Priority ?? None))",
            "if (priority == (state.Priority ?? None) && !MUTANT)"),
        new("unknown-counts-as-false", "NOT of a comparison with an attribute that a run lacks lists the run", "src/Holdfast.Storage/Filters/FilterEvaluator.cs",
            "FilterNode.Not not => !Evaluate(not.Operand, run),",
            "FilterNode.Not not => MUTANT ? Evaluate(not.Operand, run) != true : !Evaluate(not.Operand, run),"),
        new("store-counts-twice", "The settled store on a disk counts a run that memory has as well", "src/Holdfast.Storage.Sqlite/Queries/CountingQuery.cs",
            "foreach (var chunk in except.Chunk(RunsPerSubtraction))",
            "foreach (var chunk in except.Skip(MUTANT ? 1 : 0).Chunk(RunsPerSubtraction))"),
        new("restored-options-stay", "Options that are restored stay as they were changed", Engine + "Handlers/OperateActivitiesHandler.cs",
            "        if (activity.Operated is { } operated)\n",
            "        if (activity.Operated is { } operated && !MUTANT)\n"),
    ];
}

using Holdfast.Protocol;

namespace Holdfast.Simulation;

/// <summary>Checks that no call was paid for again once its result was used, save by an attempt that the engine had given up, as the history tells.</summary>
internal static class BillChecker
{
    /// <summary>What was paid twice.</summary>
    public static IEnumerable<string> Check(ModelBill bill, string agent, IReadOnlyList<RunHistory> runs) =>
        bill.PaidTwice.Where(p => p.Agent == agent && !runs.Any(run => run.Execution.RunId == p.Attempt.RunId && WasGivenUp(p.Attempt, run))).Select(p => p.What);

    /// <summary>
    /// An attempt that the engine gave up, because it timed out, or its worker or process was believed dead, may still begin when another has taken its place: that is
    /// nobody's fault, and the history tells of the other.
    /// </summary>
    private static bool WasGivenUp(ActivityRef attempt, RunHistory run) =>
        run.Events.Any(e => e.Attributes is ActivityTaskStarted started && started.ScheduledEventId == attempt.ScheduledEventId && started.Attempt > attempt.Attempt);
}

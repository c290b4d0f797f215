using Holdfast.Protocol;

namespace Holdfast.Simulation;

/// <summary>Checks the runs of jobs: each ended as its plan and what was asked of it explain, and none began that its policies forbid.</summary>
/// <param name="runs">What clients know of the runs that they started.</param>
/// <param name="outside">Where jobs count.</param>
internal sealed class JobChecker(IReadOnlyDictionary<RunId, JobRun> runs, Outside outside)
{
    /// <summary>What is wrong with all runs of one ID.</summary>
    /// <param name="listed">The runs that the engine lists.</param>
    /// <param name="mayStartLate">True when a start that was refused, or used another run, may have come once more.</param>
    /// <param name="clockGoesBack">True when times say nothing.</param>
    public IEnumerable<string> Check(IEnumerable<ActivityExecutionInfo> listed, bool mayStartLate, bool clockGoesBack)
    {
        ActivityExecutionInfo? before = null;
        foreach (var info in listed.OrderBy(i => i.RunId.ToString(), StringComparer.Ordinal))
        {
            if (!runs.TryGetValue(info.RunId, out var run))
            {
                if (!mayStartLate)
                {
                    yield return $"job {info.ActivityId} has the run {info.RunId}, which nobody started";
                }
            }
            else if ((Problem(run, info) ?? PolicyProblem(run, before, info, clockGoesBack)) is { } problem)
            {
                yield return $"job {run.Name} ({info.ActivityId} {info.RunId}, {run.Plan}, cancel asked {run.IsCancelAsked}, termination asked {run.IsTerminationAsked}, told {run.ToldStatus}) is {info.Status}: {problem}";
            }

            before = info;
        }
    }

    private string? Problem(JobRun run, ActivityExecutionInfo info)
    {
        var counted = outside.CountOf(run.Name);
        var isExplained = info.Status switch
        {
            ActivityExecutionStatus.Completed => run.Plan == JobPlan.Count,
            ActivityExecutionStatus.Failed => run.Plan != JobPlan.Count || run.IsCancelAsked, // what hangs has one attempt, which a crash may take
            ActivityExecutionStatus.Canceled => run.IsCancelAsked,
            ActivityExecutionStatus.Terminated => run.IsTerminationAsked,
            ActivityExecutionStatus.TimedOut => run.Plan == JobPlan.Hang || run.IsCancelAsked,
            _ => false,
        };
        return !isExplained ? "nothing explains that"
            : (run.ToldStatus ?? info.Status) != info.Status ? "somebody was told otherwise"
            : counted > 1 || (info.Status == ActivityExecutionStatus.Completed && counted != 1) ? $"it was counted {counted} times"
            : null;
    }

    private static string? PolicyProblem(JobRun run, ActivityExecutionInfo? before, ActivityExecutionInfo info, bool clockGoesBack) => before switch
    {
        null => null,
        _ when run.ReusePolicy == ActivityIdReusePolicy.RejectDuplicate => $"there had been {before.RunId}",
        { Status: ActivityExecutionStatus.Completed } when run.ReusePolicy == ActivityIdReusePolicy.AllowDuplicateFailedOnly => $"{before.RunId} had completed",
        _ when !clockGoesBack && before.CloseTime > info.ScheduleTime => $"{before.RunId} was still open",
        _ => null,
    };
}

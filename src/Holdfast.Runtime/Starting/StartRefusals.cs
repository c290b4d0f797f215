using System.Globalization;
using Holdfast.Protocol;

namespace Holdfast.Runtime;

/// <summary>Refuses starts for which a limit has no room whose policy is to refuse.</summary>
internal static class StartRefusals
{
    /// <summary>Why a start in a lane is refused; null when it is not.</summary>
    /// <param name="workflow">The workflow.</param>
    /// <param name="lane">The lane.</param>
    /// <param name="leaving">A run that leaves its place to the start; null when there is none.</param>
    /// <param name="now">The time.</param>
    public static HoldfastException? Of(WorkflowKey workflow, StartLane lane, StartTicket? leaving, DateTimeOffset now)
    {
        foreach (var pool in lane.Pools)
        {
            if (pool.Refuses(lane.Kind.IsChild) && !pool.MayEnter(leaving, now))
            {
                return pool.IsTooSoon(now) ? TooSoon(workflow, pool) : Full(workflow, pool);
            }
        }

        return null;
    }

    private static StartLimitReachedException Full(WorkflowKey workflow, StartPool pool)
    {
        WorkflowExecution[] runs = [.. pool.Members.Take(StartLimitReachedException.MaximumRunsNamed).Select(static m => new WorkflowExecution(m.Workflow.WorkflowId, m.RunId))];
        var named = string.Join(", ", runs.Select(static r => $"'{r.WorkflowId}' (run {r.RunId})"));
        var more = pool.Members.Count > runs.Length ? string.Create(CultureInfo.InvariantCulture, $" and {pool.Members.Count - runs.Length} more") : string.Empty;
        return new StartLimitReachedException(
            string.Create(CultureInfo.InvariantCulture, $"The start of workflow ID '{workflow.WorkflowId}' is refused: {Name(pool)} allows {pool.Limit!.MaxConcurrent} open at a time, and {pool.Members.Count} are: {named}{more}. Wait for one to close, or use the policy Queued."),
            runs);
    }

    private static StartLimitReachedException TooSoon(WorkflowKey workflow, StartPool pool) => new(
        string.Create(CultureInfo.InvariantCulture, $"The start of workflow ID '{workflow.WorkflowId}' is refused: {Name(pool)} allows {pool.Limit!.StartsPerSecond} starts per second; the next from {pool.Rate!.NextTime:O} on. Start again then, or use the policy Queued."),
        []);

    private static string Name(StartPool pool) => pool.Kind switch
    {
        StartPoolKind.Queue => "the limit of the task queue (TaskQueueLimits.WorkflowStarts)",
        StartPoolKind.Type => $"the limit of workflow type '{pool.WorkflowType}' (TaskQueueLimits.WorkflowStartsByType)",
        StartPoolKind.Key => $"the limit of concurrency key '{pool.ConcurrencyKey}' (TaskQueueLimits.WorkflowStartsPerKey)",
        _ => $"the limit of concurrency key '{pool.ConcurrencyKey}' of workflow type '{pool.WorkflowType}' (TaskQueueLimits.WorkflowStartsPerKeyByType)",
    };
}

using Holdfast.Protocol;

namespace Holdfast.Runtime;

/// <summary>Starts that wait for quiet: the newest of a row goes on, the others give way.</summary>
internal static class Debounce
{
    /// <summary>The first event of a run that begins when its limits' quiet periods are over; as it was when no limit debounces it.</summary>
    public static WorkflowExecutionStarted Delay(WorkflowExecutionStarted started, StartLane lane, DateTimeOffset now)
    {
        if (lane.Kind.IsChild || started.CronSchedule.Length > 0)
        {
            return started;
        }

        foreach (var pool in lane.Pools)
        {
            if (pool.Limit is { Policy: StartLimitPolicy.Debounced, QuietPeriod: { } quietPeriod } limit)
            {
                var since = Row(pool).Select(static t => t.DebouncedSince).Append(now).Append(started.DebouncedSince ?? now).Min()!.Value;
                var latest = limit.MaximumDelay is { } maximum ? since + maximum - now : TimeSpan.MaxValue;
                var delay = quietPeriod < latest ? quietPeriod : latest;
                var asked = started.FirstWorkflowTaskBackoff ?? TimeSpan.Zero;
                delay = delay > asked ? delay : asked;
                started = started with { DebouncedSince = since, FirstWorkflowTaskBackoff = delay > TimeSpan.Zero ? delay : null };
            }
        }

        return started;
    }

    /// <summary>A start takes the place of those of its row that wait.</summary>
    public static void Displace(StartLane lane, WorkflowExecution by, List<DisplacedRun> displaced)
    {
        foreach (var pool in lane.Pools)
        {
            if (pool.Limit?.Policy == StartLimitPolicy.Debounced)
            {
                foreach (var earlier in Row(pool))
                {
                    Replacement.TellToGo(earlier, ReplacedRunAction.Terminate, by, displaced);
                }
            }
        }
    }

    /// <summary>After a restart: of each row the newest stays; those before it may not have been told in time.</summary>
    public static void DisplaceAllButNewest(StartLane lane, List<DisplacedRun> displaced, bool isOpen)
    {
        foreach (var pool in lane.Pools)
        {
            if (isOpen && pool.Limit?.Policy == StartLimitPolicy.Debounced && Row(pool) is { Count: > 1 } row)
            {
                foreach (var earlier in row.SkipLast(1))
                {
                    Replacement.TellToGo(earlier, ReplacedRunAction.Terminate, new WorkflowExecution(row[^1].Workflow.WorkflowId, row[^1].RunId), displaced);
                }
            }
        }
    }

    private static List<StartTicket> Row(StartPool pool) =>
        [.. pool.Members.Where(static t => t is { DebouncedSince: not null, IsToldToGo: false, State: StartPermitState.Expected or StartPermitState.Awaited })];
}

using Holdfast.Runtime;

namespace Holdfast.Simulation;

/// <summary>Checks that nothing is left when everything has ended and been settled: no run in memory, nobody to wake, no slot in use, nothing in a queue.</summary>
internal static class BoundsChecker
{
    /// <summary>What is left.</summary>
    public static IEnumerable<string> Check(World world, WorldFolder folder)
    {
        if (folder.Process is not { } process)
        {
            yield break;
        }

        // A run that has ended stays as long as a worker has an attempt of it in hand, and what a worker takes with it when it dies is never given back.
        foreach (var run in process.Engine.Owners.SelectMany(o => o.Directory.Runs).Where(r => r.Attempts.IsEmpty))
        {
            yield return $"a run is still in memory that has ended: {Describe(run)}";
        }

        foreach (var owner in process.Engine.Owners.Where(o => o.WakeUps.NextDueTime is not null))
        {
            yield return $"owner {owner.Index} wants to wake a run in memory at {owner.WakeUps.NextDueTime:O}, but there is none";
        }

        var queue = process.Engine.Service.DescribeTaskQueueAsync(new("default", "default"), CancellationToken.None).GetAwaiter().GetResult();
        if (queue.BacklogCount > 0)
        {
            yield return $"{queue.BacklogCount} activities wait for a worker, but all runs have ended";
        }

        foreach (var worker in queue.Workers.Where(w => w.FreeActivitySlots != w.ActivitySlots))
        {
            yield return $"{worker.Identity} has {worker.ActivitySlots - worker.FreeActivitySlots} slots in use, but all runs have ended: {string.Join("; ", process.Engine.Owners.SelectMany(o => o.Directory.Runs).Select(Describe))}";
        }

        foreach (var worker in process.Workers.Where(w => w.CachedRuns > world.Settings.CachedRuns))
        {
            yield return $"{worker.Identity} keeps {worker.CachedRuns} runs, but may keep {world.Settings.CachedRuns}";
        }
    }

    private static string Describe(RunEntry run) =>
        $"{run.Workflow.WorkflowId} (durable {run.IsDurable}, first unsettled {run.FirstUnsettledLsn}, settling {run.IsSettling}, attempts {!run.Attempts.IsEmpty}, waiters {!run.Waiters.IsEmpty}, owes its parent {run.State.OwesParentNotification}, closed {run.State.IsClosed})";
}

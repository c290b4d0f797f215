using Holdfast.Protocol;

namespace Holdfast.Simulation;

/// <summary>Starts many activities at once, some under limits, some of different priorities.</summary>
[Workflow]
public sealed class LimitedWorkflow
{
    private static readonly TimeSpan OneMinute = TimeSpan.FromMinutes(1);

    /// <summary>Gives how many there were.</summary>
    public async Task<int> RunAsync(string counter, IReadOnlyList<LimitedCall> calls, IReadOnlyList<int> priorities)
    {
        List<Task> all = [.. calls.Select(call => Workflow.ExecuteActivityAsync((LimitedActivities a) => a.LimitedAsync(counter, call), new ActivityOptions { StartToCloseTimeout = OneMinute, ConcurrencyKey = call.Key }))];
        all.AddRange(priorities.Select(priority => Workflow.ExecuteActivityAsync((LimitedActivities a) => a.RankedAsync(counter), new ActivityOptions { StartToCloseTimeout = OneMinute, Priority = new Priority { PriorityKey = priority } })));
        await Workflow.WhenAllAsync(all);
        return all.Count;
    }
}

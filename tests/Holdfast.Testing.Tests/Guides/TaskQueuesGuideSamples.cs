using Holdfast.Protocol;

namespace Holdfast.Testing.Tests;

/// <summary>The samples of docs/guides/task-queues.md.</summary>
public static class TaskQueuesGuideSamples
{
    public static Task<WorkflowHandle> StartUrgentAsync(IHoldfastClient client) => client.StartWorkflowAsync(
        nameof(AskOftenAsync)[..^"Async".Length],
        ["acme", 1],
        new WorkflowOptions { Priority = new Priority { PriorityKey = 1, FairnessKey = "acme", FairnessWeight = 2 } });

    public static Task<Priority?> HurryAsync(WorkflowHandle handle) =>
        handle.UpdatePriorityAsync(new Priority { PriorityKey = 1 }, PriorityFields.PriorityKey);

    [Workflow]
    public static async Task<DateTimeOffset[]> AskOftenAsync(string tenant, int times) =>
        [.. await Workflow.WhenAllAsync(Enumerable.Range(0, times).Select(_ => Workflow.ExecuteActivityAsync((ModelActivities m) => m.Ask(tenant))))];

    [Workflow]
    public static async Task<DateTimeOffset[]> TranscribeAsync(string tenant, int times) =>
        [.. await Workflow.WhenAllAsync(Enumerable.Range(0, times).Select(_ => Workflow.ExecuteActivityAsync(
            (ModelActivities m) => m.TranscribeAsync(tenant),
            new ActivityOptions { ConcurrencyKey = tenant, Priority = new Priority { PriorityKey = 4 } })))];

    public static async Task<TaskQueueDescription> SlowDownAsync(IHoldfastClient client)
    {
        await client.SetTaskQueueLimitsAsync("default", new TaskQueueLimits { ActivitiesPerSecond = 1 });
        var described = await client.DescribeTaskQueueAsync("default");
        Console.WriteLine($"{described.BacklogCount} wait, the oldest since {described.OldestWaitingSince}; {described.RunningActivities} run on {described.Workers.Count} workers");
        return described;
    }
}

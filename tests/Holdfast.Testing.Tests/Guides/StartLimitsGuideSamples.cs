using System.Collections.Immutable;
using Holdfast.Protocol;

namespace Holdfast.Testing.Tests;

/// <summary>The samples of docs/guides/task-queues.md about runs.</summary>
public static class StartLimitsGuideSamples
{
    public static TaskQueueLimits Limits(ImmutableDictionary<string, StartLimit> types) =>
        new TaskQueueLimits
        {
            WorkflowStarts = new StartLimit { MaxConcurrent = 100, StartsPerSecond = 20 },
            WorkflowStartsByType = types.Add("Load", new StartLimit { MaxConcurrent = 2 }),
            WorkflowStartsPerKeyByType = types
                .Add("Load", new StartLimit { MaxConcurrent = 1, Policy = StartLimitPolicy.Rejected })
                .Add("Answer", new StartLimit { MaxConcurrent = 1, Policy = StartLimitPolicy.Replaced })
                .Add("Reindex", new StartLimit { Policy = StartLimitPolicy.Debounced, QuietPeriod = TimeSpan.FromSeconds(30), MaximumDelay = TimeSpan.FromMinutes(5) }),
        };

    public static async Task<WorkflowHandle?> LoadAsync(IHoldfastClient client, string tenant, string file)
    {
        try
        {
            return await client.StartWorkflowAsync("Load", [file], new WorkflowOptions { ConcurrencyKey = tenant });
        }
        catch (StartLimitReachedException refused)
        {
            Console.WriteLine($"{tenant} loads already: {refused.RunsInTheWay[0].WorkflowId}");
            return null;
        }
    }

    [Workflow(Name = "Load")]
    public static async Task<DateTimeOffset> LoadFileAsync(string file)
    {
        var began = Workflow.UtcNow;
        await Workflow.DelayAsync(TimeSpan.FromHours(file.Length));
        return began;
    }

    [Workflow(Name = "Answer")]
    public static async Task<string> AnswerAsync(string question)
    {
        await Workflow.DelayAsync(TimeSpan.FromHours(1));
        return question;
    }

    [Workflow(Name = "Reindex")]
    public static Task<DateTimeOffset> ReindexAsync() => Task.FromResult(Workflow.UtcNow);

    [Workflow(Name = "LoadAll")]
    public static async Task<DateTimeOffset[]> LoadAllAsync(int files) =>
        [.. await Workflow.WhenAllAsync(Enumerable.Range(0, files).Select(static i => Workflow.ExecuteChildWorkflowAsync(() => LoadFileAsync("ab"), new ChildWorkflowOptions { ConcurrencyKey = i % 2 == 0 ? "even" : "odd" })))];
}

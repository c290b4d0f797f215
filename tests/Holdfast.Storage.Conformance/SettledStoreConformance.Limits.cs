using System.Collections.Immutable;
using Holdfast.Protocol;

namespace Holdfast.Storage.Conformance;

public abstract partial class SettledStoreConformance
{
    [Fact]
    public async Task Where_an_open_run_stands_with_the_limits_on_starts_is_kept_as_it_was_settled_last()
    {
        StartPermit awaited = new(StartPermitState.Awaited, "queue", "type", "k\u00e9y", 2, IsChild: true, SampleRun.At(0), SampleRun.At(-3));
        var run = new SampleRun(1);
        await SettleAsync(run.Open(coveredLsn: 1, recordCount: 1) with { StartPermit = awaited });
        await ReopenAsync();
        Assert.Equal(awaited, Assert.Single(await ToListAsync(Store.ReadOpenRunsAsync(Token))).StartPermit);
        var held = awaited with { State = StartPermitState.Held, AwaitedSince = null };
        await SettleAsync(run.Open(coveredLsn: 2, firstRecordIndex: 1, recordCount: 1) with { StartPermit = held });
        Assert.Equal(held, (await Store.FindAsync(run.RunId, Token))!.StartPermit);
        await SettleAsync(run.Open(coveredLsn: 3, firstRecordIndex: 2, recordCount: 1));
        Assert.Null((await Store.FindAsync(run.RunId, Token))!.StartPermit);
    }

    [Fact]
    public async Task Limits_of_task_queues_are_kept_until_they_are_replaced_or_forgotten()
    {
        var limit = new StartLimit { MaxConcurrent = 2, StartsPerSecond = 0.5, Policy = StartLimitPolicy.Debounced, ReplacedRuns = ReplacedRunAction.RequestCancel, QuietPeriod = TimeSpan.FromSeconds(3), MaximumDelay = TimeSpan.FromMinutes(1) };
        var limits = new TaskQueueLimits
        {
            ActivitiesPerSecond = 1.5,
            ActivitiesPerSecondPerFairnessKey = 2.5,
            ActivitiesPerSecondPerKey = 3.5,
            ActivitiesPerSecondByType = ImmutableDictionary<string, double>.Empty.Add("heavy", 0.5).Add("light", 20),
            ActivitiesPerSecondPerKeyByType = ImmutableDictionary<string, double>.Empty.Add("heavy", 0.25),
            MaxConcurrentActivities = 3,
            MaxConcurrentActivitiesPerKey = 4,
            MaxConcurrentActivitiesPerKeyByType = ImmutableDictionary<string, int>.Empty.Add("Heavy", 6),
            MaxConcurrentActivitiesByType = ImmutableDictionary<string, int>.Empty.Add("heavy", 5).Add("light", 6),
            WorkflowStarts = limit,
            WorkflowStartsPerKey = limit with { MaxConcurrent = null },
            WorkflowStartsByType = ImmutableDictionary<string, StartLimit>.Empty.Add("a", limit with { MaxConcurrent = 7 }),
            WorkflowStartsPerKeyByType = ImmutableDictionary<string, StartLimit>.Empty.Add("a", new StartLimit { MaxConcurrent = 8 }),
        };
        await Store.WriteTaskQueueLimitsAsync("default", "q1", new TaskQueueLimits { MaxConcurrentActivities = 1 }, Token);
        await Store.WriteTaskQueueLimitsAsync("default", "q1", limits, Token);
        await Store.WriteTaskQueueLimitsAsync("other", "q1", new TaskQueueLimits(), Token);
        await Store.WriteTaskQueueLimitsAsync("default", "q2", new TaskQueueLimits { MaxConcurrentActivities = 1 }, Token);
        await Store.WriteTaskQueueLimitsAsync("default", "q2", null, Token);
        await Store.WriteTaskQueueLimitsAsync("default", "never", null, Token);
        await ReopenAsync();
        var kept = (await Store.ReadTaskQueueLimitsAsync(Token)).ToDictionary(static l => (l.Namespace, l.TaskQueue), static l => l.Limits);
        Assert.Equal([("default", "q1"), ("other", "q1")], kept.Keys.Order());
        var read = kept[("default", "q1")];
        Assert.Equal(6, read.MaxConcurrentActivitiesPerKeyByType["Heavy"]);
        Assert.Equal((1.5, 2.5, 3, 4), (read.ActivitiesPerSecond, read.ActivitiesPerSecondPerFairnessKey, read.MaxConcurrentActivities, read.MaxConcurrentActivitiesPerKey));
        Assert.Equal((3.5, 0.25), (read.ActivitiesPerSecondPerKey, read.ActivitiesPerSecondPerKeyByType["heavy"]));
        Assert.Equal(limits.ActivitiesPerSecondByType, read.ActivitiesPerSecondByType);
        Assert.Equal(limits.MaxConcurrentActivitiesByType, read.MaxConcurrentActivitiesByType);
        Assert.Equal((limits.WorkflowStarts, limits.WorkflowStartsPerKey), (read.WorkflowStarts, read.WorkflowStartsPerKey));
        Assert.Equal(limits.WorkflowStartsByType, read.WorkflowStartsByType);
        Assert.Equal(limits.WorkflowStartsPerKeyByType, read.WorkflowStartsPerKeyByType);
    }
}

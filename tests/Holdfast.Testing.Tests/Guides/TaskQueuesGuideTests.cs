using Holdfast.Protocol;

namespace Holdfast.Testing.Tests;

public sealed class TaskQueuesGuideTests : ShopTest
{
    protected override WorkflowEnvironmentOptions Options => new() { TaskQueueLimits = new TaskQueueLimits { ActivitiesPerSecond = 2, MaxConcurrentActivitiesPerKey = 1 } };

    [Fact]
    public async Task A_rate_of_the_queue_spreads_activities_over_time()
    {
        var times = await Client.ExecuteWorkflowAsync(() => TaskQueuesGuideSamples.AskOftenAsync("acme", 10));
        Assert.InRange((times.Max() - times.Min()).TotalSeconds, 4, 4.1);
    }

    [Fact]
    public async Task Activities_of_one_concurrency_key_run_one_after_the_other_also_when_the_process_crashes()
    {
        Environment.MockActivity((ModelActivities m) => m.TranscribeAsync(default!), async (string tenant) =>
        {
            var started = Environment.Now;
            await Environment.DelayAsync(TimeSpan.FromMinutes(2));
            return started;
        });
        var acme = await Client.StartWorkflowAsync(() => TaskQueuesGuideSamples.TranscribeAsync("acme", 3));
        var other = await Client.StartWorkflowAsync(() => TaskQueuesGuideSamples.TranscribeAsync("other", 1));
        await Environment.AdvanceAsync(TimeSpan.FromMinutes(1));
        await Environment.RestartAsync(TestContext.Current.CancellationToken);
        var times = (await acme.ResultAsync()).Order().ToArray();
        Assert.All([times[1] - times[0], times[2] - times[1]], apart => Assert.InRange(apart.TotalMinutes, 2, 2.1));
        Assert.InRange((await other.ResultAsync()).Single(), times[0].AddSeconds(-2), times[0].AddSeconds(2));
    }

    [Fact]
    public async Task The_samples_do_what_the_guide_says()
    {
        var described = await TaskQueuesGuideSamples.SlowDownAsync(Client);
        Assert.Equal((1, true, 1), (described.Limits?.ActivitiesPerSecond, described.AreLimitsOverridden, described.Workers.Count));
        var urgent = await TaskQueuesGuideSamples.StartUrgentAsync(Client);
        await urgent.ResultAsync<DateTimeOffset[]>();
        Assert.Equal("acme", (await FirstEventAsync(urgent)).Priority?.FairnessKey);
        var times = await Client.ExecuteWorkflowAsync(() => TaskQueuesGuideSamples.AskOftenAsync("acme", 4));
        Assert.InRange((times.Max() - times.Min()).TotalSeconds, 3, 3.1);
    }

    private async Task<WorkflowExecutionStarted> FirstEventAsync(WorkflowHandle handle)
    {
        GetWorkflowExecutionHistoryRequest request = new() { Namespace = Client.Namespace, Execution = new WorkflowExecution(handle.Id, default), MaximumEvents = 1 };
        var history = await Environment.Service.GetWorkflowExecutionHistoryAsync(request, TestContext.Current.CancellationToken);
        return (WorkflowExecutionStarted)history.Events[0].Attributes;
    }
}

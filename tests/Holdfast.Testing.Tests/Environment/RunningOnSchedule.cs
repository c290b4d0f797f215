using Holdfast.Protocol;

namespace Holdfast.Testing.Tests;

public sealed class RunningOnSchedule : ShopTest
{
    [Fact]
    public async Task A_cron_workflow_waits_for_its_schedule_and_hands_its_result_to_the_next_run()
    {
        var handle = await Client.StartWorkflowAsync(() => CronFlows.CountAsync(), new WorkflowOptions { Id = "counter", CronSchedule = "0 * * * *" });
        await Environment.AdvanceAsync(TimeSpan.FromHours(3) + TimeSpan.FromMinutes(5));
        List<(RunId RunId, DateTimeOffset Start)> runs = [];
        List<int> results = [];
        await foreach (var run in Client.ListWorkflowsAsync(new WorkflowListFilter { WorkflowId = "counter", Status = WorkflowExecutionStatus.Completed }))
        {
            runs.Add((run.Execution.RunId, run.StartTime));
        }

        foreach (var (runId, _) in runs.OrderBy(r => r.RunId))
        {
            results.Add(await ResultAsync(runId));
        }

        Assert.Equal([1, 2, 3], results);
        await Client.GetWorkflowHandle("counter").CancelAsync();
        await Environment.AdvanceAsync(TimeSpan.FromHours(2));
        Assert.Equal(WorkflowExecutionStatus.Canceled, (await Client.GetWorkflowHandle("counter").DescribeAsync()).Info.Status);
        Assert.Equal("counter", handle.Id);
    }

    [Fact]
    public async Task The_run_after_a_failed_one_knows_the_failure()
    {
        var handle = await Client.StartWorkflowAsync(() => CronFlows.FailOnceAsync(), new WorkflowOptions { Id = "failing", CronSchedule = "@every 1h" });
        await Environment.AdvanceAsync(TimeSpan.FromHours(2) + TimeSpan.FromMinutes(1));
        await Client.GetWorkflowHandle("failing").TerminateAsync();
        var first = await Assert.ThrowsAsync<WorkflowFailedException>(() => handle.ResultAsync(followRuns: false));
        Assert.Equal("first run", first.InnerException!.Message);
        List<string> completed = [];
        await foreach (var run in Client.ListWorkflowsAsync(new WorkflowListFilter { WorkflowId = "failing", Status = WorkflowExecutionStatus.Completed }))
        {
            var close = await LastEventAsync(run.Execution.RunId, "failing");
            completed.Add(JsonDataConverter.Default.FromPayload<string>(((WorkflowExecutionCompleted)close.Attributes).Result[0]));
        }

        Assert.Equal(["first run"], completed);
    }

    [Fact]
    public async Task A_cron_schedule_with_a_start_delay_or_that_cannot_be_read_is_refused()
    {
        var both = await Assert.ThrowsAsync<HoldfastException>(() => Client.StartWorkflowAsync(() => CronFlows.CountAsync(), new WorkflowOptions { CronSchedule = "@hourly", StartDelay = TimeSpan.FromSeconds(1) }));
        Assert.Equal(ErrorCodes.InvalidArgument, both.Code);
        var unreadable = await Assert.ThrowsAsync<HoldfastException>(() => Client.StartWorkflowAsync(() => CronFlows.CountAsync(), new WorkflowOptions { CronSchedule = "often" }));
        Assert.Equal(ErrorCodes.CronInvalid, unreadable.Code);
    }

    [Fact]
    public async Task Summary_and_details_have_their_limits()
    {
        var summary = await Assert.ThrowsAsync<HoldfastException>(() => Client.StartWorkflowAsync(() => CronFlows.CountAsync(), new WorkflowOptions { StaticSummary = new string('x', 401) }));
        Assert.Equal(ErrorCodes.LimitExceeded, summary.Code);
        var details = await Assert.ThrowsAsync<HoldfastException>(() => Client.StartWorkflowAsync(() => CronFlows.CountAsync(), new WorkflowOptions { StaticDetails = new string('x', 20_001) }));
        Assert.Equal(ErrorCodes.LimitExceeded, details.Code);
    }

    [Fact]
    public async Task Code_that_leaves_its_scheduler_is_looked_at_at_once()
    {
        var handle = await Client.StartWorkflowAsync(() => CronFlows.LeaveAsync());
        await Environment.AdvanceAsync(TimeSpan.Zero);
        ForeignGate.Open(handle.RunId.Value);
        await Environment.AdvanceAsync(TimeSpan.Zero);
        var failed = Assert.IsType<WorkflowTaskFailed>((await LastEventAsync(handle.RunId, handle.Id)).Attributes);
        Assert.Contains("HF3002", failed.Failure.Message, StringComparison.Ordinal);
        Assert.Equal(VirtualTimeProvider.DefaultStart, Environment.Now);
    }

    private async Task<int> ResultAsync(RunId runId) =>
        JsonDataConverter.Default.FromPayload<int>(((WorkflowExecutionCompleted)(await LastEventAsync(runId, "counter")).Attributes).Result[0]);

    private async Task<HistoryEvent> LastEventAsync(RunId runId, string workflowId)
    {
        HistoryEvent? last = null;
        await foreach (var recorded in Client.GetWorkflowHandle(workflowId, runId).FetchHistoryAsync())
        {
            last = recorded;
        }

        return last!;
    }
}

using Holdfast.Protocol;

namespace Holdfast.Testing.Tests;

public sealed class TimingOut : ShopTest
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(150);

    [Fact]
    public async Task The_execution_timeout_bounds_all_runs_of_a_workflow_that_continues_as_new()
    {
        var handle = await Client.StartWorkflowAsync(() => Flows.CountDownAsync(9), new WorkflowOptions { Id = "chain", ExecutionTimeout = Limit });
        var failed = await Assert.ThrowsAsync<WorkflowFailedException>(() => handle.ResultAsync());
        Assert.Equal((WorkflowExecutionStatus.TimedOut, VirtualTimeProvider.DefaultStart + Limit), (failed.Status, Environment.Now));
        Assert.Equal([WorkflowExecutionStatus.ContinuedAsNew, WorkflowExecutionStatus.ContinuedAsNew, WorkflowExecutionStatus.TimedOut], await StatusesAsync("chain"));
    }

    [Fact]
    public async Task No_attempt_of_a_workflow_begins_behind_its_execution_timeout()
    {
        await using var environment = await WorkflowEnvironment.StartAsync(static e => e.ConfigureWorker(static w => w.AddWorkflow<int>("Fails", static _ => throw new ApplicationFailureException("no"))));
        var policy = new RetryPolicy { InitialInterval = TimeSpan.FromHours(1), BackoffCoefficient = 1 };
        var handle = await environment.Client.StartWorkflowAsync("Fails", [], new WorkflowOptions { Id = "chain", ExecutionTimeout = Limit, RetryPolicy = policy });
        var failed = await Assert.ThrowsAsync<WorkflowFailedException>(() => handle.ResultAsync<int>());
        Assert.Equal((WorkflowExecutionStatus.Failed, VirtualTimeProvider.DefaultStart + TimeSpan.FromHours(2)), (failed.Status, environment.Now));
        Assert.Equal(3, (await StartedAsync(environment.Client.GetWorkflowHandle("chain"))).Attempt);
    }

    [Theory]
    [InlineData(null, 150)]
    [InlineData(30, 30)]
    [InlineData(600, 150)]
    public async Task A_run_may_take_as_long_as_its_execution_unless_less_is_asked_for(int? runMinutes, int endsAfterMinutes)
    {
        TimeSpan? runTimeout = runMinutes is { } minutes ? TimeSpan.FromMinutes(minutes) : null;
        var handle = await Client.StartWorkflowAsync(() => Flows.SleepAsync(TimeSpan.FromDays(9)), new WorkflowOptions { ExecutionTimeout = Limit, RunTimeout = runTimeout });
        var failed = await Assert.ThrowsAsync<WorkflowFailedException>(() => handle.ResultAsync());
        Assert.Equal((WorkflowExecutionStatus.TimedOut, VirtualTimeProvider.DefaultStart + TimeSpan.FromMinutes(endsAfterMinutes)), (failed.Status, Environment.Now));
    }

    [Fact]
    public async Task Without_timeouts_a_run_may_take_for_ever()
    {
        var handle = await Client.StartWorkflowAsync(() => Flows.SleepAsync(TimeSpan.FromDays(20_000)));
        Assert.Equal((null, null), ((await StartedAsync(handle)).WorkflowExecutionTimeout, (await StartedAsync(handle)).WorkflowRunTimeout));
        Assert.Equal(TimeSpan.FromDays(20_000), await handle.ResultAsync());
    }

    private static async Task<WorkflowExecutionStarted> StartedAsync(WorkflowHandle handle) =>
        (WorkflowExecutionStarted)(await handle.FetchHistoryAsync().FirstAsync()).Attributes;

    private async Task<List<WorkflowExecutionStatus>> StatusesAsync(string workflowId)
    {
        List<WorkflowExecutionInfo> runs = [];
        await foreach (var run in Client.ListWorkflowsAsync(new WorkflowListFilter { WorkflowId = workflowId }))
        {
            runs.Add(run);
        }

        return [.. runs.OrderBy(static r => r.StartTime).Select(static r => r.Status)];
    }
}

using Holdfast.Protocol;

namespace Holdfast.Testing.Tests;

public sealed class RejectingQueries : ShopTest
{
    private static readonly WorkflowQueryOptions NotOpen = new() { RejectCondition = QueryRejectCondition.NotOpen };
    private static readonly WorkflowQueryOptions NotCompletedCleanly = new() { RejectCondition = QueryRejectCondition.NotCompletedCleanly };

    [Fact]
    public async Task Reject_conditions_let_queries_of_open_runs_through()
    {
        var handle = await StartAsync();
        Assert.Equal("waiting", await handle.QueryAsync(w => w.Status(), NotOpen));
        Assert.Equal("waiting", await handle.QueryAsync(w => w.Status(), NotCompletedCleanly));
    }

    [Fact]
    public async Task A_completed_run_rejects_what_must_be_open_and_answers_what_must_be_clean()
    {
        var handle = await StartAsync();
        await handle.SignalAsync(w => w.Approve());
        await handle.ResultAsync();
        var error = await Assert.ThrowsAsync<WorkflowQueryRejectedException>(() => handle.QueryAsync(w => w.Status(), NotOpen));
        Assert.Equal(ErrorCodes.QueryRejected, error.Code);
        Assert.Equal("done", await handle.QueryAsync(w => w.Status(), NotCompletedCleanly));
    }

    [Fact]
    public async Task A_terminated_run_rejects_what_must_be_clean_and_answers_otherwise()
    {
        var handle = await StartAsync();
        Assert.Equal("waiting", await handle.QueryAsync(w => w.Status()));
        await handle.TerminateAsync();
        await Assert.ThrowsAsync<WorkflowQueryRejectedException>(() => handle.QueryAsync(w => w.Status(), NotCompletedCleanly));
        Assert.Equal("waiting", await handle.QueryAsync(w => w.Status()));
    }

    [Fact]
    public async Task A_query_leaves_no_event_and_a_closed_run_answers_after_a_crash()
    {
        var handle = await StartAsync();
        var before = (await handle.DescribeAsync()).Info.HistoryLength;
        Assert.Equal("waiting", await handle.QueryAsync(w => w.Status()));
        Assert.Equal(before, (await handle.DescribeAsync()).Info.HistoryLength);
        await handle.SignalAsync(w => w.Approve());
        await handle.ResultAsync();
        await Environment.RestartAsync();
        Assert.Equal("done", await handle.QueryAsync(w => w.Status()));
    }

    private Task<WorkflowHandle<OrderWorkflow, Receipt>> StartAsync() => Client.StartWorkflowAsync((OrderWorkflow w) => w.RunAsync(new Order("1", 5)));
}

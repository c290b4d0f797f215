using Holdfast.Protocol;

namespace Holdfast.Testing.Tests;

public sealed class ReusingTheIdsOfChildren : ShopTest
{
    private static readonly WorkflowOptions Used = new() { Id = ChildStartFlows.ChildId };

    [Theory]
    [InlineData(WorkflowIdReusePolicy.AllowDuplicate, "started")]
    [InlineData(WorkflowIdReusePolicy.AllowDuplicateFailedOnly, "refused")]
    [InlineData(WorkflowIdReusePolicy.RejectDuplicate, "refused")]
    public async Task After_a_completed_run_the_policy_of_the_child_decides(WorkflowIdReusePolicy policy, string outcome)
    {
        await Client.ExecuteWorkflowAsync(() => Flows.SleepAsync(TimeSpan.FromMinutes(1)), Used);
        Assert.Equal(outcome, await StartChildAsync(policy));
    }

    [Fact]
    public async Task After_a_terminated_run_a_child_may_follow_when_failed_ones_may_be_followed()
    {
        var ended = await Client.StartWorkflowAsync(() => Flows.SleepAsync(TimeSpan.FromMinutes(1)), Used);
        await ended.TerminateAsync();
        Assert.Equal("started", await StartChildAsync(WorkflowIdReusePolicy.AllowDuplicateFailedOnly));
    }

    [Fact]
    public async Task Beside_an_open_run_no_child_starts()
    {
        await Client.StartWorkflowAsync(() => Flows.SleepAsync(TimeSpan.FromDays(1)), Used);
        Assert.Equal("refused", await StartChildAsync(WorkflowIdReusePolicy.AllowDuplicate));
    }

    private Task<string> StartChildAsync(WorkflowIdReusePolicy policy) => Client.ExecuteWorkflowAsync(() => ChildStartFlows.StartAsync(policy));
}

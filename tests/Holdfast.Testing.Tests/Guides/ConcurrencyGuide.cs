using Holdfast.Protocol;

namespace Holdfast.Testing.Tests;

public sealed class ConcurrencyGuide : ShopTest
{
    [Fact]
    public async Task Results_of_many_activities() =>
        Assert.Equal(55, await Client.ExecuteWorkflowAsync(() => ConcurrencyFlows.ChargeAllAsync(Enumerable.Range(1, 10).Select(i => new Order($"o{i}", i)).ToArray())));

    [Fact]
    public async Task The_first_of_two_cancels_the_other()
    {
        Assert.Equal("quick", await Client.ExecuteWorkflowAsync(() => ConcurrencyFlows.FirstOfTwoAsync()));
        Assert.Equal(VirtualTimeProvider.DefaultStart + TimeSpan.FromHours(1), Environment.Now);
    }

    [Fact]
    public async Task A_scope_times_out() =>
        Assert.Equal("no answer in ten minutes", await Client.ExecuteWorkflowAsync(() => ConcurrencyFlows.AskTheBankAsync()));

    [Fact]
    public async Task Cleanup_runs_although_the_workflow_was_canceled()
    {
        List<string> lines = [];
        Environment.MockActivity((PaymentActivities p) => p.Log(default!), (string line) => lines.Add(line));
        var handle = await Client.StartWorkflowAsync(() => ConcurrencyFlows.RentAsync(new Order("4711", 20)));
        await handle.CancelAsync();
        await Assert.ThrowsAsync<WorkflowFailedException>(() => handle.ResultAsync());
        Assert.Equal(WorkflowExecutionStatus.Canceled, (await handle.DescribeAsync()).Info.Status);
        Assert.Equal(["closing 4711"], lines);
    }

    [Fact]
    public async Task Three_at_a_time() => Assert.Equal(3, await Client.ExecuteWorkflowAsync(() => ConcurrencyFlows.OneAtATimeAsync()));

    [Fact]
    public async Task Library_code_waits_durably()
    {
        Assert.Equal("timed out", await Client.ExecuteWorkflowAsync(() => ConcurrencyFlows.LibraryAsync()));
        Assert.Equal(VirtualTimeProvider.DefaultStart + TimeSpan.FromMinutes(6), Environment.Now);
    }
}

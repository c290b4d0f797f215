using Holdfast.Protocol;

namespace Holdfast.Testing.Tests;

public sealed class Mocking : ShopTest
{
    [Fact]
    public async Task A_delegate_stands_for_an_activity()
    {
        Environment.MockActivity((PaymentActivities p) => p.ChargeAsync(default!), (Order order) => new Receipt("mock", order.Amount * 2));
        Assert.Equal(new Receipt("mock", 8), await Client.ExecuteWorkflowAsync(() => Flows.ChargeTwiceAsync(new Order("1", 4))));
        Assert.Empty(Payments.Charged);
    }

    [Fact]
    public async Task A_mock_may_be_asynchronous_and_take_the_token()
    {
        Environment.MockActivity((PaymentActivities p) => p.PollBankAsync(default, default), async (int times, CancellationToken cancellationToken) =>
        {
            await Environment.DelayAsync(TimeSpan.FromSeconds(40), cancellationToken);
            return times + 1;
        });
        var start = Environment.Now;
        Assert.Equal(8, await Client.ExecuteWorkflowAsync(() => Flows.PollAsync(7)));
        Assert.Equal(start.AddSeconds(40), Environment.Now);
    }

    [Fact]
    public async Task A_mock_without_result_stands_for_an_activity_without_result()
    {
        List<string> lines = [];
        Environment.MockActivity((PaymentActivities p) => p.Log(default!), (string line) => lines.Add(line + "!"));
        var handle = await Client.StartWorkflowAsync((OrderWorkflow w) => w.RunAsync(new Order("1", 5)));
        await handle.SignalAsync(w => w.Approve());
        await handle.ResultAsync();
        Assert.Equal(["charged 5!"], lines);
    }

    [Fact]
    public async Task A_later_mock_takes_the_place_of_an_earlier_one_also_after_a_restart()
    {
        Environment.MockActivity("Charge", (Order order) => new Receipt("first", order.Amount));
        Environment.MockActivity("Charge", (Order order) => new Receipt("second", order.Amount));
        await Environment.RestartAsync();
        Assert.Equal("second", (await Client.ExecuteWorkflowAsync(() => Flows.ChargeTwiceAsync(new Order("1", 4)))).Key);
    }

    [Fact]
    public void A_mock_that_gives_another_type_is_refused()
    {
        var error = Assert.Throws<HoldfastException>(() => Environment.MockActivity((PaymentActivities p) => p.ChargeAsync(default!), (Order order) => order.Amount));
        Assert.Equal(ErrorCodes.InvalidArgument, error.Code);
        Assert.Contains("Receipt", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_mock_throws_is_what_the_activity_throws()
    {
        Environment.MockActivity((PaymentActivities p) => p.ChargeAsync(default!), (Func<Order, Receipt>)(_ => throw new ApplicationFailureException("no money", nonRetryable: true)));
        var failure = await Assert.ThrowsAsync<WorkflowFailedException>(() => Client.ExecuteWorkflowAsync(() => Flows.ChargeTwiceAsync(new Order("1", 4))));
        Assert.Contains("no money", failure.ToString(), StringComparison.Ordinal);
    }
}

namespace Holdfast.Testing.Tests;

public sealed class Restarting : ShopTest
{
    [Fact]
    public async Task A_run_goes_on_where_it_stood()
    {
        var handle = await Client.StartWorkflowAsync((OrderWorkflow w) => w.RunAsync(new Order("1", 5)));
        await handle.SignalAsync(w => w.Approve());
        Assert.Equal("sleeping", await handle.QueryAsync(w => w.Status()));
        await Environment.RestartAsync();
        Assert.Equal("sleeping", await handle.QueryAsync(w => w.Status()));
        Assert.Equal(5, (await handle.ResultAsync()).Amount);
        Assert.Single(Payments.Charged);
    }

    [Fact]
    public async Task Who_waits_for_a_result_goes_on_waiting()
    {
        var handle = await Client.StartWorkflowAsync((OrderWorkflow w) => w.RunAsync(new Order("1", 5)));
        var result = handle.ResultAsync();
        await Environment.RestartAsync();
        await handle.SignalAsync(w => w.Approve());
        Assert.Equal(5, (await result).Amount);
    }

    [Fact]
    public async Task An_attempt_that_was_under_way_is_tried_again()
    {
        var result = Client.ExecuteWorkflowAsync(() => Flows.WaitForBankAsync());
        await Payments.BankAsked.Task;
        await Environment.RestartAsync();
        Payments.Bank.SetResult();
        Assert.Equal(2, await result);
    }

    [Fact]
    public async Task What_an_activity_did_is_not_done_again()
    {
        for (var i = 0; i < 5; i++)
        {
            var order = new Order($"{i}", i);
            await Client.ExecuteWorkflowAsync(() => Flows.ChargeTwiceAsync(order));
            await Environment.RestartAsync();
        }

        Assert.Equal(10, Payments.Charged.Distinct().Count());
        Assert.Equal(10, Payments.Charged.Count);
    }
}

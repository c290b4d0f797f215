namespace Holdfast.Testing.Tests;

public sealed class MessageGuide : ShopTest
{
    [Fact]
    public async Task A_cart_takes_updates_queries_and_signals()
    {
        var handle = await Client.StartWorkflowAsync((CartWorkflow w) => w.RunAsync(new[] { "tea" }));
        Assert.Equal(2, await handle.ExecuteUpdateAsync(w => w.AddItemAsync("cake")));
        await Assert.ThrowsAsync<WorkflowUpdateFailedException>(() => handle.ExecuteUpdateAsync(w => w.AddItemAsync("")));
        Assert.Equal(["tea", "cake"], await handle.QueryAsync(w => w.Items()));
        await handle.SignalAsync(w => w.CheckOut());
        Assert.Equal(2, await handle.ResultAsync());
    }

    [Fact]
    public async Task A_signal_sent_with_the_start_finds_the_state_initialised_and_a_late_handler()
    {
        var handle = await Client.StartWorkflowAsync(() => MessageFlows.SumAsync());
        await handle.SignalAsync("Number", [4]);
        await handle.SignalAsync("Number", [38]);
        Assert.Equal(52, await handle.ExecuteUpdateAsync<int>("Add", [10]));
        await Environment.RestartAsync();
        Assert.Equal(52, await handle.QueryAsync<int>("Sum", []));
        await handle.SignalAsync("Done", []);
        Assert.Equal(52, await handle.ResultAsync());
    }

    [Fact]
    public async Task What_is_not_known_goes_to_the_catch_all()
    {
        await using var environment = await WorkflowEnvironment.StartAsync(e => e.ConfigureWorker(w => w
            .AddWorkflow("Double", async arguments => 2 * await Workflow.ExecuteActivityAsync<int>("Echo", [arguments.Get<int>(0)]))
            .AddDynamicWorkflow(async (type, arguments) => $"{type} ran {await Workflow.ExecuteActivityAsync<string>("Shout", [arguments.Get<string>(0)])}")
            .AddActivity("Echo", (int number) => Task.FromResult(number))
            .AddDynamicActivity((type, arguments) => Task.FromResult($"{type} {arguments.Get<string>(0)}"))));
        Assert.Equal(42, await environment.Client.ExecuteWorkflowAsync<int>("Double", [21]));
        Assert.Equal("Anything ran Shout hello", await environment.Client.ExecuteWorkflowAsync<string>("Anything", ["hello"]));
    }
}

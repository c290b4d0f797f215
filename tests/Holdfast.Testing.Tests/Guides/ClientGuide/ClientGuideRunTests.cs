namespace Holdfast.Testing.Tests.ClientGuide;

public sealed class ClientGuideRunTests : IAsyncLifetime
{
    private readonly Desk _desk = new();
    private WorkflowEnvironment _environment = null!;

    private IHoldfastClient Client => _environment.Client;

    public async ValueTask InitializeAsync() =>
        _environment = await WorkflowEnvironment.StartAsync(e => e.AddAssembly(typeof(OrderWorkflow).Assembly).AddActivities(new DeskActivities(_desk)));

    public ValueTask DisposeAsync() => _environment.DisposeAsync();

    [Fact]
    public async Task A_signal_starts_the_order_when_it_is_not_there()
    {
        var handle = await ClientGuideSamples.SignalWithStartAsync(Client);
        Assert.Equal("tea and 0 more", (await handle.ResultAsync()).Key);
    }

    [Fact]
    public async Task An_update_starts_the_order_or_goes_to_the_open_one()
    {
        var open = await Client.StartWorkflowAsync((OrderWorkflow w) => w.RunAsync(new Order("coffee", 3)), new WorkflowOptions { Id = "order-4711" });
        await open.ExecuteUpdateAsync(w => w.AddItemAsync("sugar"));

        Assert.Equal(2, await ClientGuideSamples.UpdateWithStartAsync(Client));
        Assert.Equal("coffee and 2 more", (await open.ResultAsync()).Key);
        Assert.Equal(1, await ClientGuideSamples.UpdateWithStartAsync(Client));
    }

    [Fact]
    public async Task A_start_that_attaches_its_request_gives_the_same_run_when_it_comes_again()
    {
        var open = await Client.StartWorkflowAsync((OrderWorkflow w) => w.RunAsync(new Order("coffee", 3)), new WorkflowOptions { Id = "order-4711" });

        Assert.Equal(open.RunId, (await ClientGuideSamples.AttachAsync(Client)).RunId);
        await open.SignalAsync(w => w.Approve(true));
        await open.ResultAsync();
        Assert.Equal(open.RunId, (await ClientGuideSamples.AttachAsync(Client)).RunId);
    }

    [Fact]
    public async Task A_query_is_refused_when_the_order_is_closed()
    {
        var handle = await Client.StartWorkflowAsync((OrderWorkflow w) => w.RunAsync(new Order("tea", 2)));
        Assert.Equal("waiting", await ClientGuideSamples.QueryOpenAsync(handle));
        await handle.SignalAsync(w => w.Approve(true));
        await handle.ResultAsync();
        Assert.Null(await ClientGuideSamples.QueryOpenAsync(handle));
    }

    [Fact]
    public async Task A_person_answers_by_token_or_by_ID()
    {
        var decision = await Client.StartWorkflowAsync(() => DeskFlows.DecideAsync("may we?"), new WorkflowOptions { Id = "decision-17" });
        await _environment.AdvanceAsync(TimeSpan.FromHours(1));
        await ClientGuideSamples.AnswerByIdAsync(Client);
        await _environment.AdvanceAsync(TimeSpan.FromHours(1));

        Assert.Equal(["may we?", "may we?"], _desk.Asked.Select(a => a.Question));
        await ClientGuideSamples.AnswerAsync(Client, _desk.Asked[1].TaskToken);
        Assert.True(await decision.ResultAsync());
    }
}

using Holdfast.Generators.EndToEnd.Tests.Shop;

namespace Holdfast.Generators.EndToEnd.Tests;

public sealed class PlainCalls
{
    [Fact]
    public async Task Activities_called_outside_workflows_run()
    {
        Assert.Equal("charged o1", await ShopActivities.ChargeAsync(new("o1", 1), CancellationToken.None));
        Assert.Equal((3, "b"), await ShopActivities.Pair((object)1, (2, "b")));
        Assert.Equal(3, ShopActivities.Add(1));
    }

    [Fact]
    public async Task Cancellation_token_reaches_the_activity() =>
        await Assert.ThrowsAsync<OperationCanceledException>(() => ShopActivities.ChargeAsync(new("o1", 1), new CancellationToken(canceled: true)));

    [Fact]
    public async Task Overridden_activities_and_base_calls_dispatch_as_written()
    {
        Mailer mailer = new HtmlMailer();
        Assert.Equal("[plain t]", await mailer.RenderAsync("t"));
        Assert.Equal("[plain t][plain t]", await mailer.RenderTwiceAsync("t"));
    }

    [Fact]
    public async Task Workflow_calls_its_own_handlers()
    {
        var workflow = new OrderWorkflow();
        await workflow.IncreaseTwiceAsync();
        Assert.Equal(2, workflow.PriorityRaises);
    }
}

using Holdfast.Testing;


namespace Hello.Tests;

public sealed class OrderWorkflowTests
{
    [Fact]
    public async Task An_approved_order_is_charged_once()
    {
        await using var environment = await WorkflowEnvironment.StartAsync(e => e.AddAssembly(typeof(OrderWorkflow).Assembly));
        var order = await environment.Client.StartWorkflowAsync((OrderWorkflow w) => w.RunAsync("a lamp"));
        await order.SignalAsync(w => w.Approve());
        Assert.StartsWith("receipt", await order.ResultAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_order_that_nobody_approves_expires_after_a_week()
    {
        await using var environment = await WorkflowEnvironment.StartAsync(e => e.AddAssembly(typeof(OrderWorkflow).Assembly));
        var before = environment.Now;
        var order = await environment.Client.StartWorkflowAsync((OrderWorkflow w) => w.RunAsync("a lamp"));
        Assert.Equal("nobody approved within a week", await order.ResultAsync());
        Assert.Equal(TimeSpan.FromDays(7), environment.Now - before);
    }

    [Fact]
    public async Task An_order_that_waits_survives_the_death_of_the_process()
    {
        await using var environment = await WorkflowEnvironment.StartAsync(e => e.AddAssembly(typeof(OrderWorkflow).Assembly));
        var started = await environment.Client.StartWorkflowAsync((OrderWorkflow w) => w.RunAsync("a lamp"));
        await environment.RestartAsync();
        var order = environment.Client.GetWorkflowHandle<OrderWorkflow, string>(started.Id);
        await order.SignalAsync(w => w.Approve());
        Assert.StartsWith("receipt", await order.ResultAsync(), StringComparison.Ordinal);
    }
}

namespace Holdfast.Testing.Tests;

public sealed class AuthoringGuide : ShopTest
{
    [Fact]
    public async Task A_static_method_is_a_workflow() => Assert.Equal(20, await Client.ExecuteWorkflowAsync(() => AuthoringFlows.PayAsync(new Order("4711", 20))));

    [Fact]
    public async Task A_class_is_a_workflow_and_tells_how_far_it_is()
    {
        var handle = await Client.StartWorkflowAsync((InvoiceWorkflow w) => w.RunAsync(new Order("4711", 20)));
        await Environment.DelayAsync(TimeSpan.FromDays(15));
        Assert.Contains("**1** reminders sent", (await handle.QueryAsync<System.Text.Json.JsonElement>("__temporal_workflow_metadata", [])).GetProperty("currentDetails").GetString(), StringComparison.Ordinal);
        Assert.Equal("**1** reminders sent", (await handle.DescribeWithCurrentDetailsAsync()).CurrentDetails);
        Assert.Null((await handle.DescribeAsync()).CurrentDetails);
        Assert.Contains("a delay of 14.00:00:00", await handle.QueryAsync<string>("__stack_trace", []), StringComparison.Ordinal);
        Assert.Equal(3, await handle.ResultAsync());
    }

    [Fact]
    public async Task An_activity_may_return_a_ValueTask() => Assert.Equal(5, await Client.ExecuteWorkflowAsync(() => AuthoringFlows.MeasureAsync("hello")));
}

namespace Holdfast.Testing.Tests;

public sealed class OperationsGuideTests : ShopTest
{
    [Fact]
    public async Task The_samples_do_what_the_guide_says()
    {
        var handle = await Client.StartWorkflowAsync(() => Flows.ChargeTwiceAsync(new Order("1", 5)));
        await handle.ResultAsync();
        await OperationsGuideSamples.ResetAsync(handle);
        Assert.Equal(4, Payments.Charged.Count);

        var other = await Client.StartWorkflowAsync(() => Flows.ChargeTwiceAsync(new Order("3", 5)));
        await other.ResultAsync();
        await OperationsGuideSamples.ResetToEventAsync(other);

        var waiting = await Client.StartWorkflowAsync((OrderWorkflow w) => w.RunAsync(new Order("2", 5)));
        await OperationsGuideSamples.PauseAsync(waiting);
        Assert.Equal("waiting", await waiting.QueryAsync(w => w.Status()));

        await OperationsGuideSamples.DeleteAsync(waiting);
        await Assert.ThrowsAsync<WorkflowNotFoundException>(() => waiting.DescribeAsync());
    }
}

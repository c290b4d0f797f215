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

        var unapproved = await Client.StartWorkflowAsync((OrderWorkflow w) => w.RunAsync(new Order("4", 5)));
        await OperationsGuideSamples.ResetWithSignalAsync(unapproved);
        Assert.Equal(5, (await Client.GetWorkflowHandle(unapproved.Id).ResultAsync<Receipt>()).Amount);

        var waiting = await Client.StartWorkflowAsync((OrderWorkflow w) => w.RunAsync(new Order("2", 5)));
        await OperationsGuideSamples.PauseAsync(waiting);
        Assert.Equal("waiting", await waiting.QueryAsync(w => w.Status()));

        await OperationsGuideSamples.DeleteAsync(waiting);
        await Assert.ThrowsAsync<WorkflowNotFoundException>(() => waiting.DescribeAsync());
    }

    [Fact]
    public async Task The_samples_about_activities_do_what_the_guide_says()
    {
        var polling = await Client.StartWorkflowAsync(() => Flows.PollAsync(3));
        await Environment.AdvanceAsync(TimeSpan.FromSeconds(20));
        await OperationsGuideSamples.PauseActivityAsync(polling);
        await OperationsGuideSamples.ResetActivityAsync(polling, (await polling.DescribeAsync()).PendingActivities[0].ActivityId);
        Assert.Equal(3, await polling.ResultAsync());
    }

    [Fact]
    public async Task The_samples_about_rules_do_what_the_guide_says()
    {
        await OperationsGuideSamples.CreateRuleAsync(Client);
        var charging = await Client.StartWorkflowAsync(() => Flows.ChargeTwiceAsync(new Order("1", 5)));
        await Environment.AdvanceAsync(TimeSpan.FromSeconds(1));
        var described = await charging.DescribeAsync();
        Assert.All(described.PendingActivities, a => Assert.Equal("Rule 'bank-down': the bank is down", a.Pause?.Reason));
        Assert.NotEmpty(described.PendingActivities);
        Assert.Empty(Payments.Charged);

        await OperationsGuideSamples.DeleteRuleAsync(Client, charging);
        await charging.ResultAsync();
        Assert.Equal(2, Payments.Charged.Count);
    }
}

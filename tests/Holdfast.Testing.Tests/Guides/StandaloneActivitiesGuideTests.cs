using Holdfast.Protocol;

namespace Holdfast.Testing.Tests;

public sealed class StandaloneActivitiesGuideTests
{
    [Fact]
    public async Task The_samples_do_what_the_guide_says()
    {
        await using var environment = await WorkflowEnvironment.StartAsync(e => e.AddActivities(new MailActivities(e.TimeProvider)));
        Assert.Equal("sent to ada", await StandaloneActivitiesGuideSamples.ExecuteAsync(environment.Client));
        Assert.Equal("sent to bob", await StandaloneActivitiesGuideSamples.StartAndAskAsync(environment.Client));
        await environment.Client.StartActivityAsync((MailActivities m) => m.SendAsync("eve"), new StandaloneActivityOptions { Id = "letter-4713", StartDelay = TimeSpan.FromDays(1) });
        await StandaloneActivitiesGuideSamples.OperateAsync(environment.Client);
        var operated = await environment.Client.GetActivityHandle("letter-4713").DescribeAsync();
        Assert.Equal((PendingActivityState.Scheduled, 10), (operated.Pending!.State, operated.RetryPolicy.MaximumAttempts));
        await environment.Client.GetActivityHandle("letter-4713").DeleteAsync();
        Assert.Equal(2, (await StandaloneActivitiesGuideSamples.ListAsync(environment.Client)).Groups.Single().Count);
    }
}

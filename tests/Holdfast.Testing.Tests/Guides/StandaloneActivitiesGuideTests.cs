namespace Holdfast.Testing.Tests;

public sealed class StandaloneActivitiesGuideTests
{
    [Fact]
    public async Task The_samples_do_what_the_guide_says()
    {
        await using var environment = await WorkflowEnvironment.StartAsync(e => e.AddActivities(new MailActivities(e.TimeProvider)));
        Assert.Equal("sent to ada", await StandaloneActivitiesGuideSamples.ExecuteAsync(environment.Client));
        Assert.Equal("sent to bob", await StandaloneActivitiesGuideSamples.StartAndAskAsync(environment.Client));
        Assert.Equal(2, (await StandaloneActivitiesGuideSamples.ListAsync(environment.Client)).Groups.Single().Count);
    }
}

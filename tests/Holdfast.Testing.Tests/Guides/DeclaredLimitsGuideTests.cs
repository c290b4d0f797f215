using System.Collections.Immutable;
using Holdfast.Protocol;

namespace Holdfast.Testing.Tests;

public sealed class DeclaredLimitsGuideTests
{
    [Fact]
    public async Task Intakes_of_a_tenant_are_refused_while_one_runs_also_after_a_crash()
    {
        await using var environment = await StartAsync();
        var first = await environment.Client.StartWorkflowAsync(() => DeclaredLimitsGuideSamples.IntakeAsync("acme"));
        await environment.RestartAsync(TestContext.Current.CancellationToken);
        var refused = await Assert.ThrowsAsync<StartLimitReachedException>(() => environment.Client.StartWorkflowAsync(() => DeclaredLimitsGuideSamples.IntakeAsync("acme")));
        Assert.Equal(first.Id, Assert.Single(refused.RunsInTheWay).WorkflowId);
        var other = await environment.Client.StartWorkflowAsync(() => DeclaredLimitsGuideSamples.IntakeAsync("other"));
        var given = await environment.Client.StartWorkflowAsync(() => DeclaredLimitsGuideSamples.IntakeAsync("acme"), new WorkflowOptions { ConcurrencyKey = "another" });
        await first.ResultAsync();
        await other.ResultAsync();
        await given.ResultAsync();
        await environment.Client.StartWorkflowAsync(() => DeclaredLimitsGuideSamples.IntakeAsync("acme"));
    }

    [Fact]
    public async Task No_more_attempts_of_an_activity_and_of_a_tenant_run_at_a_time_than_its_attributes_say()
    {
        await using var environment = await StartAsync();
        environment.MockActivity(() => DeclaredLimitsGuideSamples.RenderAsync(default!), async (string tenant) =>
        {
            var started = environment.Now;
            await environment.DelayAsync(TimeSpan.FromMinutes(2));
            return started;
        });
        string[] tenants = ["a", "a", "b", "c", "d", "e", "f"];
        var times = await environment.Client.ExecuteWorkflowAsync(() => DeclaredLimitsGuideSamples.RenderAllAsync(tenants));
        Assert.True((times[1] - times[0]).Duration() >= TimeSpan.FromMinutes(2));
        Assert.All(times, time => Assert.InRange(times.Count(other => (other - time).Duration() < TimeSpan.FromMinutes(1)), 1, 4));
        Assert.InRange((times.Max() - times.Min()).TotalMinutes, 2, 2.1);
    }

    [Fact]
    public async Task Attempts_of_an_activity_and_of_a_key_start_no_faster_than_its_attributes_say()
    {
        await using var environment = await StartAsync();
        string[] providers = ["a", "a", "b", "c", "d", "e"];
        var times = await environment.Client.ExecuteWorkflowAsync(() => DeclaredLimitsGuideSamples.GeocodeAllAsync(providers));
        Assert.InRange((times[1] - times[0]).Duration().TotalSeconds, 1, 2.1);
        Assert.InRange((times.Max() - times.Min()).TotalSeconds, 2, 2.1);
    }

    [Fact]
    public async Task Of_starts_in_a_row_the_last_runs_when_it_is_quiet_and_one_of_a_tenant_at_a_time()
    {
        await using var environment = await StartAsync();
        var first = await environment.Client.StartWorkflowAsync(() => DeclaredLimitsGuideSamples.RebuildIndexAsync("acme", 1));
        var other = await environment.Client.StartWorkflowAsync(() => DeclaredLimitsGuideSamples.RebuildIndexAsync("other", 7));
        await environment.AdvanceAsync(TimeSpan.FromSeconds(20));
        var last = await environment.Client.StartWorkflowAsync(() => DeclaredLimitsGuideSamples.RebuildIndexAsync("acme", 2));
        Assert.Equal("other up to 7", await other.ResultAsync());
        Assert.Equal("acme up to 2", await last.ResultAsync());
        await Assert.ThrowsAsync<WorkflowFailedException>(() => first.ResultAsync());
    }

    [Fact]
    public async Task A_preview_is_asked_to_cancel_when_the_next_of_its_tenant_starts()
    {
        await using var environment = await StartAsync();
        var first = await environment.Client.StartWorkflowAsync(() => DeclaredLimitsGuideSamples.PreviewAsync("acme"));
        var second = await environment.Client.StartWorkflowAsync(() => DeclaredLimitsGuideSamples.PreviewAsync("acme"));
        await Assert.ThrowsAsync<WorkflowFailedException>(() => first.ResultAsync());
        Assert.Equal(WorkflowExecutionStatus.Canceled, (await first.DescribeAsync()).Info.Status);
        await second.ResultAsync();
    }

    [Fact]
    public async Task What_the_workers_limits_say_of_a_type_goes_before_its_attributes()
    {
        await using var environment = await StartAsync(new TaskQueueLimits
        {
            WorkflowStartsPerKeyByType = ImmutableDictionary<string, StartLimit>.Empty.Add("Intake", new StartLimit { MaxConcurrent = 2, Policy = StartLimitPolicy.Rejected }),
        });
        var limits = (await environment.Client.DescribeTaskQueueAsync("default")).Limits!;
        Assert.Equal((2, 10d), (limits.WorkflowStartsPerKeyByType["Intake"].MaxConcurrent, limits.WorkflowStartsByType["Intake"].StartsPerSecond));
        Assert.Equal((20, 2d, 1d), (limits.MaxConcurrentActivities, limits.ActivitiesPerSecondByType["Geocode"], limits.ActivitiesPerSecondPerKeyByType["Geocode"]));
        Assert.Equal((4, 1), (limits.MaxConcurrentActivitiesByType["Render"], limits.MaxConcurrentActivitiesPerKeyByType["Render"]));
        await environment.Client.StartWorkflowAsync(() => DeclaredLimitsGuideSamples.IntakeAsync("acme"));
        await environment.Client.StartWorkflowAsync(() => DeclaredLimitsGuideSamples.IntakeAsync("acme"));
        await Assert.ThrowsAsync<StartLimitReachedException>(() => environment.Client.StartWorkflowAsync(() => DeclaredLimitsGuideSamples.IntakeAsync("acme")));
    }

    private static Task<WorkflowEnvironment> StartAsync(TaskQueueLimits? limits = null) => WorkflowEnvironment.StartAsync(
        static e => e.ConfigureWorker(static w => w.AddAssembly(typeof(DeclaredLimitsGuideSamples).Assembly)),
        new WorkflowEnvironmentOptions { TaskQueueLimits = limits });
}

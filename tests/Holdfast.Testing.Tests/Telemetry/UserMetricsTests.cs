using System.Diagnostics.Metrics;
using Holdfast.Protocol;

namespace Holdfast.Testing.Tests;

public sealed class UserMetricsTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(10_000)]
    [InlineData(0)]
    public async Task What_workflow_code_measures_is_measured_once_over_replays_and_crashes(int cachedRuns)
    {
        using Measurements measurements = new();
        await using var environment = await StartAsync(measurements, cachedRuns);
        var handle = await environment.Client.StartWorkflowAsync((MeasuringWorkflow w) => w.RunAsync("eu"), cancellationToken: Cancellation);
        await environment.AdvanceAsync(TimeSpan.Zero);
        await environment.RestartAsync(Cancellation);
        Assert.Equal([1d], measurements.Of("steps"));
        await environment.AdvanceAsync(TimeSpan.FromHours(1));
        await handle.ResultAsync(cancellationToken: Cancellation);
        await environment.RestartAsync(Cancellation);
        await handle.QueryAsync<string>("__stack_trace", [], Cancellation);

        Assert.Equal([1d], measurements.Of("steps", "step", "first"));
        Assert.Equal([1d], measurements.Of("steps", "step", "second"));
        Assert.Equal([2.5], measurements.Of("size", "region", "eu"));
        Assert.Equal([7d], measurements.Of("level", TelemetryTags.WorkflowType, "MeasuringWorkflow"));
        Assert.Equal([7d], measurements.Of("level", TelemetryTags.Namespace, "default"));
        Assert.Equal([7d], measurements.Of("level", TelemetryTags.TaskQueue, "default"));
    }

    [Fact]
    public async Task What_activity_code_measures_has_the_tags_of_its_activity()
    {
        using Measurements measurements = new();
        await using var environment = await StartAsync(measurements, 10_000);
        await environment.Client.StartWorkflowAsync((MeasuringWorkflow w) => w.RunAsync("eu"), cancellationToken: Cancellation);
        await environment.AdvanceAsync(TimeSpan.FromHours(1));
        Assert.Equal([1d], measurements.Of("measured", TelemetryTags.ActivityType, "Weigh"));
        Assert.Equal([1d], measurements.Of("measured", TelemetryTags.WorkflowType, "MeasuringWorkflow"));
    }

    [Fact]
    public async Task An_activity_that_is_tested_by_itself_can_be_measured()
    {
        using Measurements measurements = new();
        using ActivityEnvironment environment = new(new ActivityEnvironmentOptions { MeterFactory = measurements });
        await environment.RunAsync(() => Task.FromResult(new MeasuringActivities().Weigh()));
        Assert.Equal([1d], measurements.Of("measured"));
    }

    [Fact]
    public void Of_two_tags_with_one_name_the_later_holds()
    {
        using Measurements measurements = new();
        using var meter = measurements.Create(new MeterOptions(HoldfastMeter.UserCodeName));
        MetricMeter tagged = new(meter, [new("a", 1), new("b", 1)], isSilent: null);
        tagged.WithTags(new KeyValuePair<string, object?>("b", 2)).CreateCounter<long>("count").Add(5, new KeyValuePair<string, object?>("a", 3));
        Assert.Equal([5d], measurements.Of("count", "a", 3));
        Assert.Equal([5d], measurements.Of("count", "b", 2));
        MetricMeter.None.CreateCounter<long>("count").Add(1);
        Assert.Single(measurements.Of("count"));
    }

    private static Task<WorkflowEnvironment> StartAsync(Measurements measurements, int cachedRuns) => WorkflowEnvironment.StartAsync(
        e =>
        {
            e.MeterFactory = measurements;
            e.AddWorkflow<MeasuringWorkflow>().AddActivities<MeasuringActivities>().ConfigureWorker(w => w.Options = w.Options with { CachedRuns = cachedRuns });
        },
        new WorkflowEnvironmentOptions { SkipsTime = false },
        cancellationToken: Cancellation);
}

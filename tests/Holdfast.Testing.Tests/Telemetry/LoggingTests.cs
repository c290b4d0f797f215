namespace Holdfast.Testing.Tests;

public sealed class LoggingTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(10_000)]
    [InlineData(0)]
    public async Task Workflow_code_logs_once_over_replays_and_crashes_and_says_whose_it_is(int cachedRuns)
    {
        using LogLines lines = new();
        await using var environment = await WorkflowEnvironment.StartAsync(
            e =>
            {
                e.LoggerFactory = lines;
                e.AddWorkflow<MeasuringWorkflow>().AddActivities<MeasuringActivities>().ConfigureWorker(w => w.Options = w.Options with { CachedRuns = cachedRuns });
            },
            new WorkflowEnvironmentOptions { SkipsTime = false },
            cancellationToken: Cancellation);
        var handle = await environment.Client.StartWorkflowAsync((MeasuringWorkflow w) => w.RunAsync("eu"), new WorkflowOptions { Id = "m" }, Cancellation);
        await environment.AdvanceAsync(TimeSpan.Zero);
        await environment.RestartAsync(Cancellation);
        await environment.AdvanceAsync(TimeSpan.FromHours(1));
        await handle.ResultAsync(cancellationToken: Cancellation);
        await environment.RestartAsync(Cancellation);
        await handle.QueryAsync<string>("__stack_trace", [], Cancellation);

        string[] expected = [$"first default m {handle.RunId}", $"second default m {handle.RunId}", $"third default m {handle.RunId}"];
        Assert.Equal(expected, lines.Of("Holdfast.Workflow.MeasuringWorkflow"));
        Assert.Equal([$"measuring default m {handle.RunId}"], lines.Of("Holdfast.Activity.Weigh"));
    }
}

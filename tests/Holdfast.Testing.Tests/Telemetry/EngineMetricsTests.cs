using Holdfast.Protocol;

namespace Holdfast.Testing.Tests;

public sealed class EngineMetricsTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_run_is_counted_and_its_length_measured_by_status()
    {
        using Measurements measurements = new();
        await using var environment = await StartAsync(measurements);

        await environment.Client.ExecuteWorkflowAsync(() => Flows.SleepAsync(TimeSpan.FromHours(2)), cancellationToken: Cancellation);

        Assert.Equal([1d], measurements.Of("holdfast.workflow.started", TelemetryTags.WorkflowType, "Sleep"));
        Assert.Equal([1d], measurements.Of("holdfast.workflow.closed", TelemetryTags.Status, "Completed"));
        Assert.Equal([7200d], measurements.Of("holdfast.workflow.duration", TelemetryTags.WorkflowType, "Sleep"));
        Assert.Equal([1d], measurements.Of("holdfast.timer.fired", TelemetryTags.WorkflowType, "Sleep"));
        Assert.Contains(0d, measurements.Of("holdfast.timer.lag"));
    }

    [Fact]
    public async Task Attempts_of_activities_are_counted_and_measured_with_their_retries()
    {
        using Measurements measurements = new();
        await using var environment = await StartAsync(measurements);
        var calls = 0;
        environment.MockActivity((PaymentActivities p) => p.ChargeAsync(default!), (Order order) => ++calls == 1 ? throw new InvalidOperationException("once") : new Receipt("test", order.Amount));

        await environment.Client.ExecuteWorkflowAsync(() => Flows.RetryAsync(), cancellationToken: Cancellation);

        Assert.Equal([1d, 1d], measurements.Of("holdfast.activity.attempts", TelemetryTags.ActivityType, "Charge"));
        Assert.Equal([0d, 0d], measurements.Of("holdfast.activity.schedule_to_start.duration", TelemetryTags.TaskQueue, "default"));
        Assert.Equal([1d], measurements.Of("holdfast.activity.retries", TelemetryTags.ActivityType, "Charge"));
        Assert.Equal([3600d], measurements.Of("holdfast.activity.end_to_end.duration", TelemetryTags.ActivityType, "Charge"));
        Assert.Single(measurements.Of("holdfast.activity.execution.duration", TelemetryTags.Outcome, "failed"));
        Assert.Single(measurements.Of("holdfast.activity.execution.duration", TelemetryTags.Outcome, "completed"));
    }

    [Fact]
    public async Task Messages_are_counted_and_requests_measured_with_the_codes_of_their_errors()
    {
        using Measurements measurements = new();
        await using var environment = await StartAsync(measurements);
        var handle = await environment.Client.StartWorkflowAsync((OrderWorkflow w) => w.RunAsync(new Order("4711", 20)), cancellationToken: Cancellation);
        await handle.QueryAsync(w => w.Status(), cancellationToken: Cancellation);
        await handle.SignalAsync(w => w.Approve(), cancellationToken: Cancellation);
        var updated = await environment.Client.StartWorkflowAsync((OrderWorkflow w) => w.RunAsync(new Order("4712", 20)), cancellationToken: Cancellation);
        await updated.ExecuteUpdateAsync(w => w.ApproveAfterAsync(TimeSpan.FromSeconds(5)), cancellationToken: Cancellation);
        var unknown = environment.Client.GetWorkflowHandle("unknown");
        await Assert.ThrowsAnyAsync<HoldfastException>(() => unknown.DescribeAsync(Cancellation));

        Assert.Equal([1d], measurements.Of("holdfast.workflow.queries"));
        Assert.Equal([1d], measurements.Of("holdfast.workflow.updates"));
        Assert.Equal([1d], measurements.Of("holdfast.workflow.signals"));
        Assert.NotEmpty(measurements.Of("holdfast.request.duration", TelemetryTags.Operation, "QueryWorkflow"));
        Assert.NotEmpty(measurements.Of("holdfast.request.errors", TelemetryTags.ErrorType, ErrorCodes.NotFound.ToString()));
    }

    [Fact]
    public async Task The_journal_is_measured_and_queues_and_slots_are_told_when_asked_for()
    {
        using Measurements measurements = new();
        await using var environment = await StartAsync(measurements);
        await environment.Client.StartWorkflowAsync((OrderWorkflow w) => w.RunAsync(new Order("4711", 20)), cancellationToken: Cancellation);
        measurements.Observe();

        Assert.NotEmpty(measurements.Of("holdfast.journal.append.duration"));
        Assert.NotEmpty(measurements.Of("holdfast.journal.flush.duration"));
        Assert.All(measurements.Of("holdfast.journal.group.size"), static bytes => Assert.True(bytes > 0));
        Assert.All(measurements.Of("holdfast.journal.group.records"), static records => Assert.True(records > 0));
        Assert.Equal([0d], measurements.Of("holdfast.journal.pending"));
        Assert.Equal([1d], measurements.Of("holdfast.journal.segments"));
        Assert.Equal([0d], measurements.Of("holdfast.owner.mailbox", TelemetryTags.Owner, 0));
        Assert.Equal([1d], measurements.Of("holdfast.runs.in_memory"));
        Assert.Equal([0d], measurements.Of("holdfast.task_queue.backlog", TelemetryTags.TaskQueue, "default"));
        Assert.Equal([0d], measurements.Of("holdfast.worker.slots.used", TelemetryTags.TaskQueue, "default"));
        Assert.Equal([1_000d], measurements.Of("holdfast.worker.slots.available", TelemetryTags.TaskQueue, "default"));
        Assert.Equal([1d], measurements.Of("holdfast.sticky_cache.size"));
    }

    [Fact]
    public async Task A_restart_is_measured_once_and_what_ended_tells_nothing_more()
    {
        using Measurements measurements = new();
        await using var environment = await StartAsync(measurements);
        var handle = await environment.Client.StartWorkflowAsync((OrderWorkflow w) => w.RunAsync(new Order("4711", 20)), cancellationToken: Cancellation);
        await environment.RestartAsync();
        await handle.SignalAsync(w => w.Approve(), cancellationToken: Cancellation);
        await handle.ResultAsync(cancellationToken: Cancellation);
        measurements.Observe();

        Assert.Equal(1d, measurements.Of("holdfast.runs.recovered").Sum());
        Assert.NotEmpty(measurements.Of("holdfast.sticky_cache.misses"));
        Assert.NotEmpty(measurements.Of("holdfast.sticky_cache.hits"));
        Assert.Single(measurements.Of("holdfast.runs.in_memory"));
        Assert.Single(measurements.Of("holdfast.sticky_cache.size"));
    }

    [Fact]
    public async Task The_guide_names_every_instrument()
    {
        using Measurements measurements = new();
        await using var environment = await StartAsync(measurements);
        var guide = await File.ReadAllTextAsync(Path.Combine(RepositoryRoot(), "docs", "guides", "observability.md"), Cancellation);

        var documented = guide.Split('\n').Where(static l => l.StartsWith("| `holdfast.", StringComparison.Ordinal)).Select(static l => l.Split('`')[1]).Order(StringComparer.Ordinal);

        Assert.Equal(measurements.Published.Order(StringComparer.Ordinal), documented);
    }

    private static string RepositoryRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "Holdfast.slnx")))
        {
            folder = folder.Parent;
        }

        return folder.FullName;
    }

    private static Task<WorkflowEnvironment> StartAsync(Measurements measurements) => WorkflowEnvironment.StartAsync(e =>
    {
        e.MeterFactory = measurements;
        e.AddAssembly(typeof(OrderWorkflow).Assembly).AddActivities(new PaymentActivities(e.TimeProvider));
    });
}

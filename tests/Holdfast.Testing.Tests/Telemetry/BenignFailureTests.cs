using Holdfast.Protocol;
using Microsoft.Extensions.Logging;

namespace Holdfast.Testing.Tests;

public sealed class BenignFailureTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(FailureCategory.Benign, LogLevel.Debug, 0)]
    [InlineData(FailureCategory.Unspecified, LogLevel.Warning, 1)]
    public async Task A_benign_failure_is_logged_for_debugging_and_not_counted(FailureCategory category, LogLevel level, int counted)
    {
        using Measurements measurements = new();
        using LevelLog log = new();
        await using var environment = await WorkflowEnvironment.StartAsync(e =>
        {
            e.MeterFactory = measurements;
            e.LoggerFactory = log;
            e.AddAssembly(typeof(OrderWorkflow).Assembly).AddActivities(new PaymentActivities(e.TimeProvider));
        });
        environment.MockActivity((PaymentActivities p) => p.ChargeAsync(default!), Receipt (Order order) => throw new ApplicationFailureException("nothing to charge", "Nothing", nonRetryable: true, category: category));

        await Assert.ThrowsAsync<WorkflowFailedException>(() => environment.Client.ExecuteWorkflowAsync(() => Flows.RetryAsync(), cancellationToken: Cancellation));

        Assert.Equal(counted, measurements.Of("holdfast.activity.failures").Count);
        Assert.Equal([level], log.LevelsOf("nothing to charge"));
    }

    [Fact]
    public async Task A_run_that_grows_large_is_warned_of_once()
    {
        using Measurements measurements = new();
        using LevelLog log = new();
        await using var environment = await WorkflowEnvironment.StartAsync(e =>
        {
            e.MeterFactory = measurements;
            e.LoggerFactory = log;
            e.AddAssembly(typeof(OrderWorkflow).Assembly).AddActivities(new PaymentActivities(e.TimeProvider));
        }, new WorkflowEnvironmentOptions { SkipsTime = false });

        WorkflowOptions options = new() { Memo = new Dictionary<string, object?> { ["note"] = new string('x', 3_000) } };
        await environment.Client.StartWorkflowAsync(() => Flows.SleepAsync(TimeSpan.FromHours(2)), options, Cancellation);
        Assert.Equal([1d], measurements.Of("holdfast.workflow.size_warnings", TelemetryTags.SizeKind, "memo"));
        Assert.Empty(measurements.Of("holdfast.workflow.size_warnings", TelemetryTags.SizeKind, "step"));
        Assert.Equal([LogLevel.Warning], log.LevelsOf("has grown large: memo"));
    }

    [Fact]
    public async Task A_large_signal_is_warned_of_by_the_client_and_by_the_engine_and_the_history_that_it_makes_large_once()
    {
        using Measurements measurements = new();
        using LevelLog log = new();
        await using var environment = await WorkflowEnvironment.StartAsync(e =>
        {
            e.MeterFactory = measurements;
            e.LoggerFactory = log;
            e.ExternalPayloads = ExternalPayloadOptions.Default with { IsEnabled = false };
            e.AddAssembly(typeof(OrderWorkflow).Assembly).AddActivities(new PaymentActivities(e.TimeProvider));
        }, new WorkflowEnvironmentOptions { SkipsTime = false });

        var handle = await environment.Client.StartWorkflowAsync(() => Flows.SleepAsync(TimeSpan.FromHours(2)), cancellationToken: Cancellation);
        await handle.SignalAsync("note", [new string('x', 500_000)], cancellationToken: Cancellation);
        Assert.Empty(log.LevelsOf("has grown large: step"));
        const int Large = 18;
        for (var i = 0; i < Large; i++)
        {
            await handle.SignalAsync("note", [new string('x', 600_000)], cancellationToken: Cancellation);
        }

        Assert.Equal(Enumerable.Repeat(LogLevel.Warning, Large), log.LevelsOf("has grown large: step"));
        Assert.Equal(Enumerable.Repeat(LogLevel.Warning, Large), log.LevelsOf("more than 524288"));
        Assert.Equal([LogLevel.Warning], log.LevelsOf("has grown large: history"));
        Assert.Equal(Large, measurements.Of("holdfast.workflow.size_warnings", TelemetryTags.SizeKind, "step").Sum());
    }

    /// <summary>Keeps what is logged, with its level.</summary>
    private sealed class LevelLog : ILoggerFactory, ILogger
    {
        private readonly List<(LogLevel Level, string Text)> _lines = [];

        public IReadOnlyList<LogLevel> LevelsOf(string part)
        {
            lock (_lines)
            {
                return [.. _lines.Where(l => l.Text.Contains(part, StringComparison.Ordinal)).Select(static l => l.Level)];
            }
        }

        public ILogger CreateLogger(string categoryName) => this;

        public void AddProvider(ILoggerProvider provider)
        {
        }

        public void Dispose()
        {
        }

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            lock (_lines)
            {
                _lines.Add((logLevel, $"{formatter(state, exception)} {exception?.Message}"));
            }
        }
    }
}

using Holdfast.Protocol;
using Microsoft.Extensions.DependencyInjection;

namespace Holdfast.Worker.Tests;

public sealed class RunningActivities
{
    [Fact]
    public async Task An_activity_of_a_class_runs_and_its_result_is_reported_as_JSON()
    {
        using var bench = Bench();
        bench.Start("Charge", null, null, "o1", 5);
        Assert.Equal("o1:5", await bench.ResultAsync());
    }

    [Fact]
    public async Task A_static_activity_needs_no_services()
    {
        using var bench = Bench();
        bench.Start("Ship", null, null, "o1");
        Assert.Equal("shipped o1", await bench.ResultAsync());
    }

    [Fact]
    public async Task Every_attempt_has_a_scope_of_its_own_which_is_disposed_after_it()
    {
        await using var services = new ServiceCollection().AddScoped<ScopedActivities>().BuildServiceProvider();
        using var bench = Bench(new ActivityTaskHandlerOptions { ScopeFactory = services.GetRequiredService<IServiceScopeFactory>() });
        bench.Start("Identify");
        var first = await bench.ResultAsync();
        Assert.Equal(1, ScopedActivities.Disposed);
        bench.Start("Identify");
        Assert.NotEqual(first, await bench.ResultAsync());
        Assert.Equal(2, ScopedActivities.Disposed);
    }

    [Fact]
    public async Task An_exception_is_reported_with_its_type_and_stack_trace()
    {
        using var bench = new ActivityBench(null, ActivityBench.Activity("Break", () => throw new FormatException("bad")));
        bench.Start("Break");
        var failure = await bench.FailureAsync();
        Assert.Equal(("bad", "FormatException"), (failure.Message, Assert.IsType<FailureInfo.Application>(failure.Info).Type));
        Assert.Contains(nameof(An_exception_is_reported_with_its_type_and_stack_trace), failure.StackTrace, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cancellation_that_nobody_asked_for_is_a_failure_that_is_retried()
    {
        using var bench = new ActivityBench(null, ActivityBench.Activity("TimeOut", () => throw new TaskCanceledException("http timed out")));
        bench.Start("TimeOut");
        Assert.Equal(new FailureInfo.Application("TaskCanceledException", false, Payloads.Empty), (await bench.FailureAsync()).Info);
    }

    [Fact]
    public async Task An_unknown_activity_type_fails_naming_the_known_ones_and_may_be_retried()
    {
        using var bench = new ActivityBench(null, ActivityBench.Activity("Known", () => Task.FromResult(Payloads.Empty)));
        bench.Start("Unknown");
        var failure = await bench.FailureAsync();
        Assert.Contains("HF3011: This worker knows no activity type 'Unknown'. It knows: Known.", failure.Message, StringComparison.Ordinal);
        Assert.False(Assert.IsType<FailureInfo.Application>(failure.Info).NonRetryable);
    }

    [Fact]
    public async Task A_cancel_reaches_the_activity_and_is_reported_as_canceled()
    {
        var started = new TaskCompletionSource();
        ActivityCancelReason? reason = null;
        using var bench = new ActivityBench(null, ActivityBench.Activity("Wait", async () =>
        {
            var context = ActivityContext.Current;
            started.SetResult();
            try
            {
                await Task.Delay(Timeout.Infinite, context.CancellationToken);
            }
            finally
            {
                reason = context.CancelReason;
            }

            return Payloads.Empty;
        }));
        var task = bench.Start("Wait");
        await started.Task;
        bench.Handler.Cancel(task.Activity, ActivityCancelReason.CancelRequested);
        Assert.IsType<ActivityOutcome.Canceled>(await bench.OutcomeAsync());
        Assert.Equal(ActivityCancelReason.CancelRequested, reason);
    }

    [Fact]
    public async Task The_context_tells_of_the_attempt()
    {
        using var bench = new ActivityBench(null, ActivityBench.Activity("Tell", () =>
        {
            var context = ActivityContext.Current;
            return Task.FromResult(Json.Payloads($"{context.Info.IdempotencyKey} {context.Info.Attempt} {context.Info.WorkflowId} {context.HeartbeatDetails<int>()} {context.HeartbeatDetails<string>(1) ?? "none"}"));
        }));
        bench.Start("Tell", null, Json.Payloads(41));
        Assert.Equal($"{RunDriver.RunId.Value:N}:5 1 order-1 41 none", await bench.ResultAsync());
        Assert.False(ActivityContext.HasCurrent);
        Assert.Equal(ErrorCodes.NotInActivity, Assert.Throws<HoldfastException>(() => ActivityContext.Current).Code);
    }

    [Fact]
    public async Task A_busy_engine_is_tried_again()
    {
        using var bench = Bench();
        bench.ReportErrors.Enqueue(new HoldfastException(ErrorCodes.ResourceExhausted, "full"));
        bench.ReportErrors.Enqueue(new HoldfastException(ErrorCodes.Unavailable, "away"));
        bench.Start("Ship", null, null, "o1");
        await bench.Clock.WhenTimersArmedAsync();
        bench.Clock.Advance(TimeSpan.FromMilliseconds(50));
        await bench.Clock.WhenTimersArmedAsync();
        bench.Clock.Advance(TimeSpan.FromMilliseconds(100));

        Assert.Equal("shipped o1", await bench.ResultAsync());
        Assert.Equal(3, bench.ReportsTried);
    }

    [Fact]
    public async Task A_stale_report_is_dropped()
    {
        using var bench = Bench();
        bench.ReportErrors.Enqueue(new HoldfastException(ErrorCodes.StaleAttempt, "gone"));
        bench.Start("Ship", null, null, "o1");
        await bench.Handler.ShutdownAsync(CancellationToken.None);
        Assert.Equal((1, 0), (bench.ReportsTried, bench.Handler.RunningCount));
    }

    [Fact]
    public async Task Stopping_cancels_what_runs_after_the_grace_period_and_waits_for_it()
    {
        var started = new TaskCompletionSource();
        var told = new TaskCompletionSource();
        using var bench = new ActivityBench(new ActivityTaskHandlerOptions { ShutdownGracePeriod = TimeSpan.FromSeconds(10) }, ActivityBench.Activity("Wait", async () =>
        {
            await using var registration = ActivityContext.Current.WorkerShutdownToken.Register(told.SetResult);
            started.SetResult();
            await Task.Delay(Timeout.Infinite, ActivityContext.Current.CancellationToken);
            return Payloads.Empty;
        }));
        bench.Start("Wait");
        await started.Task;
        var stopped = bench.Handler.ShutdownAsync(CancellationToken.None);
        await told.Task;
        await bench.Clock.WhenTimersArmedAsync();
        Assert.False(stopped.IsCompleted);
        bench.Clock.Advance(TimeSpan.FromSeconds(10));
        await stopped;
        Assert.Equal("WorkerShutdown", Assert.IsType<FailureInfo.Application>((await bench.FailureAsync()).Info).Type);
    }

    private static ActivityBench Bench(ActivityTaskHandlerOptions? options = null) =>
        new(options, [.. Definitions.DefinitionCatalog.Of(typeof(RunningActivities).Assembly).Activities.Select(d => new ActivityRegistration { Definition = d })]);
}

using Holdfast.Protocol;

namespace Holdfast.Worker.Tests;

public sealed class Heartbeating
{
    /// <summary>Ends a test that waits for a heartbeat or a stop that never comes.</summary>
    private const int HangMilliseconds = 10_000;

    [Theory(Timeout = HangMilliseconds)]
    [InlineData(null, 30)]
    [InlineData(10, 8)]
    [InlineData(1000, 60)]
    public async Task The_first_heartbeat_goes_at_once_and_then_the_newest_of_each_interval(int? timeoutSeconds, int intervalSeconds)
    {
        var beaten = new TaskCompletionSource();
        using var bench = new ActivityBench(null, ActivityBench.Activity("Beat", async () =>
        {
            var context = ActivityContext.Current;
            context.Heartbeat(1);
            context.Heartbeat(2);
            context.Heartbeat(3, "three");
            beaten.SetResult();
            await Task.Delay(Timeout.Infinite, context.CancellationToken);
            return Payloads.Empty;
        }));
        var task = bench.Start("Beat", timeoutSeconds is { } timeout ? TimeSpan.FromSeconds(timeout) : null);
        Assert.Equal("1", await bench.HeartbeatAsync());
        await beaten.Task;
        bench.Clock.Advance(TimeSpan.FromSeconds(intervalSeconds - 0.1));
        Assert.False(bench.HasHeartbeat);
        bench.Clock.Advance(TimeSpan.FromSeconds(0.1));
        Assert.Equal("3, \"three\"", await bench.HeartbeatAsync());
        bench.Handler.Cancel(task.Activity, ActivityCancelReason.CancelRequested);
        await bench.OutcomeAsync();
    }

    [Fact(Timeout = HangMilliseconds)]
    public async Task The_answer_to_a_heartbeat_cancels_the_activity()
    {
        using var bench = new ActivityBench(null, BeatingUntilCanceled())
        {
            HeartbeatAnswer = new RecordActivityTaskHeartbeatResponse(CancelRequested: true),
        };
        bench.Start("Beat");
        Assert.IsType<ActivityOutcome.Canceled>(await bench.OutcomeAsync());
    }

    [Theory(Timeout = HangMilliseconds)]
    [InlineData(true, false, "ActivityPause")]
    [InlineData(false, true, "ActivityReset")]
    public async Task The_answer_to_a_heartbeat_stops_an_attempt_that_was_paused_or_reset_which_is_tried_again(bool isPaused, bool isReset, string failureType)
    {
        using var bench = new ActivityBench(null, BeatingUntilCanceled())
        {
            HeartbeatAnswer = new RecordActivityTaskHeartbeatResponse(CancelRequested: false, isPaused, isReset),
        };
        bench.Start("Beat");
        var failure = Assert.IsType<FailureInfo.Application>((await bench.FailureAsync()).Info);
        Assert.Equal((failureType, false), (failure.Type, failure.NonRetryable));
    }

    [Fact(Timeout = HangMilliseconds)]
    public async Task A_heartbeat_of_a_stale_attempt_stops_it()
    {
        using var bench = new ActivityBench(null, BeatingUntilCanceled())
        {
            HeartbeatError = new HoldfastException(ErrorCodes.StaleAttempt, "gone"),
        };
        bench.Start("Beat");
        Assert.IsType<ActivityOutcome.Failed>(await bench.OutcomeAsync());
    }

    [Fact]
    public async Task Details_that_the_throttle_held_back_travel_with_the_failure()
    {
        using var bench = new ActivityBench(null, ActivityBench.Activity("Beat", () =>
        {
            ActivityContext.Current.Heartbeat(1);
            ActivityContext.Current.Heartbeat(2);
            throw new FormatException("bad");
        }));
        bench.Start("Beat");
        Assert.Equal("2", Assert.IsType<ActivityOutcome.Failed>(await bench.OutcomeAsync()).LastHeartbeatDetails!.ToString());
    }

    private static ActivityRegistration BeatingUntilCanceled() => ActivityBench.Activity("Beat", async () =>
    {
        ActivityContext.Current.Heartbeat();
        await Task.Delay(Timeout.Infinite, ActivityContext.Current.CancellationToken);
        return Payloads.Empty;
    });
}

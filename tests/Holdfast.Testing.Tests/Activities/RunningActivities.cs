using Holdfast.Protocol;

namespace Holdfast.Testing.Tests;

public sealed class RunningActivities
{
    private readonly VirtualTimeProvider _clock = new();

    [Fact]
    public async Task The_code_sees_the_attempt()
    {
        using ActivityEnvironment environment = new(new ActivityEnvironmentOptions { Attempt = 3 });
        var receipt = await environment.RunAsync(() => new PaymentActivities(_clock).ChargeAsync(new Order("1", 2)));
        Assert.Equal(environment.Info.IdempotencyKey, receipt.Key);
        Assert.Equal(3, environment.Info.Attempt);
        Assert.False(ActivityContext.HasCurrent);
    }

    [Fact]
    public async Task Heartbeats_are_recorded_and_the_attempt_can_be_canceled_at_one()
    {
        using ActivityEnvironment environment = new();
        environment.OnHeartbeat = details =>
        {
            if (details is [2])
            {
                environment.Cancel();
            }
        };
        var run = environment.RunAsync(() => new PaymentActivities(_clock).PollBankAsync(10, environment.CancellationToken));
        for (var i = 0; i < 2; i++)
        {
            await _clock.WhenTimersArmedAsync();
            _clock.Advance(TimeSpan.FromSeconds(50));
        }

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run);
        Assert.Equal([0, 1, 2], environment.Heartbeats.Select(d => d[0]));
    }

    [Fact]
    public async Task Details_of_the_attempt_before_and_the_reason_to_stop_are_there()
    {
        using ActivityEnvironment environment = new(new ActivityEnvironmentOptions { HeartbeatDetails = ["page", 7] });
        environment.Cancel(ActivityCancelReason.TimedOut);
        environment.Cancel(ActivityCancelReason.RunClosed);
        environment.StopWorker();
        await environment.RunAsync(() =>
        {
            var context = ActivityContext.Current;
            Assert.Equal(7, context.HeartbeatDetails<int>(1));
            Assert.Equal(ActivityCancelReason.TimedOut, context.CancelReason);
            Assert.True(context.CancellationToken.IsCancellationRequested);
            Assert.True(context.WorkerShutdownToken.IsCancellationRequested);
            return Task.CompletedTask;
        });
    }
}

namespace Holdfast.Protocol.Tests;

public sealed class RetryScheduleTests
{
    private static readonly RetryPolicy Policy = new() { InitialInterval = TimeSpan.FromSeconds(1), BackoffCoefficient = 3, MaximumInterval = TimeSpan.FromSeconds(20), MaximumAttempts = 4, NonRetryableErrorTypes = ["Bad"] };

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 1)]
    [InlineData(2, 3)]
    [InlineData(3, 9)]
    [InlineData(4, 20)]
    [InlineData(4_000, 20)]
    public void Delays_grow_by_the_coefficient_up_to_the_maximum(int attempt, int seconds) =>
        Assert.Equal(TimeSpan.FromSeconds(seconds), RetrySchedule.DelayAfter(Policy, attempt, Application("Any")));

    [Fact]
    public void Without_a_maximum_delays_end_at_a_hundred_times_the_first_and_at_a_hundred_years()
    {
        Assert.Equal(TimeSpan.FromSeconds(100), RetrySchedule.DelayAfter(RetryPolicy.Default, 50, Application("Any")));
        Assert.Equal(RetrySchedule.LongestDelay, RetrySchedule.DelayAfter(new RetryPolicy { InitialInterval = TimeSpan.MaxValue / 300 }, 50, Application("Any")));
    }

    [Fact]
    public void A_failure_may_ask_for_its_own_delay()
    {
        Assert.Equal(TimeSpan.FromMinutes(7), RetrySchedule.DelayAfter(Policy, 1, Application("Any", TimeSpan.FromMinutes(7))));
        Assert.Equal(TimeSpan.FromSeconds(1), RetrySchedule.DelayAfter(Policy, 1, Application("Any", TimeSpan.FromMinutes(-7))));
    }

    [Theory]
    [InlineData(3, false)]
    [InlineData(4, true)]
    [InlineData(5, true)]
    public void The_attempts_of_a_policy_count_the_first(int attempt, bool isLast) => Assert.Equal(isLast, RetrySchedule.IsLast(Policy, attempt));

    [Theory]
    [InlineData(TimeoutType.StartToClose, true)]
    [InlineData(TimeoutType.Heartbeat, true)]
    [InlineData(TimeoutType.ScheduleToClose, false)]
    [InlineData(TimeoutType.ScheduleToStart, false)]
    public void Timeouts_of_one_attempt_are_retried(TimeoutType type, bool isRetryable) =>
        Assert.Equal(isRetryable, RetrySchedule.IsRetryable(Policy, new Failure { Message = "late", Info = new FailureInfo.Timeout(type, Payloads.Empty) }));

    [Fact]
    public void Failures_are_retried_unless_they_or_the_policy_say_otherwise()
    {
        Assert.True(RetrySchedule.IsRetryable(Policy, Application("bad")));
        Assert.False(RetrySchedule.IsRetryable(Policy, Application("Bad")));
        Assert.False(RetrySchedule.IsRetryable(Policy, new Failure { Message = "no", Info = new FailureInfo.Application("Any", NonRetryable: true, Payloads.Empty) }));
    }

    private static Failure Application(string type, TimeSpan? delay = null) => new() { Message = "no", Info = new FailureInfo.Application(type, NonRetryable: false, Payloads.Empty, delay) };
}

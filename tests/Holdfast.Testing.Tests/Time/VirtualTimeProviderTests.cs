namespace Holdfast.Testing.Tests;

public sealed class VirtualTimeProviderTests
{
    private readonly VirtualTimeProvider clock = new();
    private readonly List<string> ran = [];

    [Fact]
    public void The_clock_stands_still_until_it_is_advanced()
    {
        Assert.Equal(VirtualTimeProvider.DefaultStart, clock.GetUtcNow());
        var timestamp = clock.GetTimestamp();

        clock.Advance(TimeSpan.FromMinutes(3));

        Assert.Equal(VirtualTimeProvider.DefaultStart.AddMinutes(3), clock.GetUtcNow());
        Assert.Equal(TimeSpan.FromMinutes(3), clock.GetElapsedTime(timestamp));
    }

    [Fact]
    public void Due_timers_run_by_due_time_and_then_in_the_order_of_arming()
    {
        Arm("late", 5);
        Arm("first of two", 2);
        Arm("second of two", 2);
        Arm("early", 1);
        Arm("not yet", 6);

        clock.Advance(TimeSpan.FromSeconds(5));

        Assert.Equal(["early @1", "first of two @2", "second of two @2", "late @5"], ran);
        Assert.Equal(1, clock.ArmedTimerCount);
    }

    [Fact]
    public void A_timer_that_a_callback_arms_takes_part_in_the_same_advance()
    {
        using var timer = clock.CreateTimer(_ => Arm("second", 2), null, TimeSpan.FromSeconds(1), Timeout.InfiniteTimeSpan);

        clock.Advance(TimeSpan.FromSeconds(3));

        Assert.Equal(["second @3"], ran);
    }

    [Fact]
    public void A_periodic_timer_runs_once_for_each_period()
    {
        using var timer = clock.CreateTimer(_ => Note("tick"), null, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2));

        clock.Advance(TimeSpan.FromSeconds(6));

        Assert.Equal(["tick @1", "tick @3", "tick @5"], ran);
    }

    [Fact]
    public void A_timer_due_at_once_runs_with_the_next_advance_and_not_before()
    {
        Arm("now", 0);
        Assert.Empty(ran);

        clock.Advance(TimeSpan.Zero);

        Assert.Equal(["now @0"], ran);
    }

    [Fact]
    public void A_timer_that_was_disposed_or_moved_does_not_run_at_its_old_time()
    {
        Arm("disposed", 1).Dispose();
        Arm("moved", 1).Change(TimeSpan.FromSeconds(4), Timeout.InfiniteTimeSpan);

        clock.Advance(TimeSpan.FromSeconds(2));
        Assert.Empty(ran);

        clock.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal(["moved @4"], ran);
    }

    [Fact]
    public async Task A_wait_with_a_timeout_on_the_clock_ends_when_its_time_comes()
    {
        var wait = new TaskCompletionSource().Task.WaitAsync(TimeSpan.FromDays(30), clock, TestContext.Current.CancellationToken);
        clock.Advance(TimeSpan.FromDays(29));
        Assert.False(wait.IsCompleted);

        clock.Advance(TimeSpan.FromDays(1));

        await Assert.ThrowsAsync<TimeoutException>(() => wait);
    }

    [Fact]
    public void Advancing_to_the_next_timer_moves_the_clock_exactly_there()
    {
        Assert.False(clock.AdvanceToNextTimer());
        Arm("only", 7);

        Assert.True(clock.AdvanceToNextTimer());

        Assert.Equal(["only @7"], ran);
        Assert.Equal(VirtualTimeProvider.DefaultStart.AddSeconds(7), clock.GetUtcNow());
    }

    [Fact]
    public async Task A_test_can_wait_until_code_elsewhere_has_armed_its_timers()
    {
        var twoArmed = clock.WhenTimersArmedAsync(2, TestContext.Current.CancellationToken);
        Arm("one", 1);
        Assert.False(twoArmed.IsCompleted);

        Arm("two", 1);

        await twoArmed;
    }

    [Fact]
    public void Time_does_not_go_backwards_and_advances_do_not_nest()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => clock.Advance(TimeSpan.FromTicks(-1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => clock.AdvanceTo(VirtualTimeProvider.DefaultStart.AddTicks(-1)));
        using var timer = clock.CreateTimer(_ => clock.Advance(TimeSpan.Zero), null, TimeSpan.Zero, Timeout.InfiniteTimeSpan);

        Assert.Throws<InvalidOperationException>(() => clock.Advance(TimeSpan.Zero));
    }

    private ITimer Arm(string name, int dueSeconds) => clock.CreateTimer(_ => Note(name), null, TimeSpan.FromSeconds(dueSeconds), Timeout.InfiniteTimeSpan);

    private void Note(string name) => ran.Add($"{name} @{(clock.GetUtcNow() - VirtualTimeProvider.DefaultStart).TotalSeconds}");
}

namespace Holdfast.Testing.Tests;

public sealed class VirtualTimeProviderTests
{
    private readonly VirtualTimeProvider _clock = new();
    private readonly List<string> _ran = [];

    [Fact]
    public void The_clock_stands_still_until_it_is_advanced()
    {
        Assert.Equal(VirtualTimeProvider.DefaultStart, _clock.GetUtcNow());
        var timestamp = _clock.GetTimestamp();

        _clock.Advance(TimeSpan.FromMinutes(3));

        Assert.Equal(VirtualTimeProvider.DefaultStart.AddMinutes(3), _clock.GetUtcNow());
        Assert.Equal(TimeSpan.FromMinutes(3), _clock.GetElapsedTime(timestamp));
    }

    [Fact]
    public void Due_timers_run_by_due_time_and_then_in_the_order_of_arming()
    {
        Arm("late", 5);
        Arm("first of two", 2);
        Arm("second of two", 2);
        Arm("early", 1);
        Arm("not yet", 6);

        _clock.Advance(TimeSpan.FromSeconds(5));

        Assert.Equal(["early @1", "first of two @2", "second of two @2", "late @5"], _ran);
        Assert.Equal(1, _clock.ArmedTimerCount);
    }

    [Fact]
    public void A_timer_that_a_callback_arms_takes_part_in_the_same_advance()
    {
        using var timer = _clock.CreateTimer(_ => Arm("second", 2), null, TimeSpan.FromSeconds(1), Timeout.InfiniteTimeSpan);

        _clock.Advance(TimeSpan.FromSeconds(3));

        Assert.Equal(["second @3"], _ran);
    }

    [Fact]
    public void A_periodic_timer_runs_once_for_each_period()
    {
        using var timer = _clock.CreateTimer(_ => Note("tick"), null, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2));

        _clock.Advance(TimeSpan.FromSeconds(6));

        Assert.Equal(["tick @1", "tick @3", "tick @5"], _ran);
    }

    [Fact]
    public void A_timer_due_at_once_runs_with_the_next_advance_and_not_before()
    {
        Arm("now", 0);
        Assert.Empty(_ran);

        _clock.Advance(TimeSpan.Zero);

        Assert.Equal(["now @0"], _ran);
    }

    [Fact]
    public void A_timer_that_was_disposed_or_moved_does_not_run_at_its_old_time()
    {
        Arm("disposed", 1).Dispose();
        Arm("moved", 1).Change(TimeSpan.FromSeconds(4), Timeout.InfiniteTimeSpan);

        _clock.Advance(TimeSpan.FromSeconds(2));
        Assert.Empty(_ran);

        _clock.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal(["moved @4"], _ran);
    }

    [Fact]
    public async Task A_wait_with_a_timeout_on_the_clock_ends_when_its_time_comes()
    {
        var wait = new TaskCompletionSource().Task.WaitAsync(TimeSpan.FromDays(30), _clock, TestContext.Current.CancellationToken);
        _clock.Advance(TimeSpan.FromDays(29));
        Assert.False(wait.IsCompleted);

        _clock.Advance(TimeSpan.FromDays(1));

        await Assert.ThrowsAsync<TimeoutException>(() => wait);
    }

    [Fact]
    public void Advancing_to_the_next_timer_moves_the_clock_exactly_there()
    {
        Assert.False(_clock.AdvanceToNextTimer());
        Arm("only", 7);

        Assert.True(_clock.AdvanceToNextTimer());

        Assert.Equal(["only @7"], _ran);
        Assert.Equal(VirtualTimeProvider.DefaultStart.AddSeconds(7), _clock.GetUtcNow());
    }

    [Fact]
    public async Task A_test_can_wait_until_code_elsewhere_has_armed_its_timers()
    {
        var twoArmed = _clock.WhenTimersArmedAsync(2, TestContext.Current.CancellationToken);
        Arm("one", 1);
        Assert.False(twoArmed.IsCompleted);

        Arm("two", 1);

        await twoArmed;
    }

    [Fact]
    public void Time_does_not_go_backwards_and_advances_do_not_nest()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => _clock.Advance(TimeSpan.FromTicks(-1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => _clock.AdvanceTo(VirtualTimeProvider.DefaultStart.AddTicks(-1)));
        using var timer = _clock.CreateTimer(_ => _clock.Advance(TimeSpan.Zero), null, TimeSpan.Zero, Timeout.InfiniteTimeSpan);

        Assert.Throws<InvalidOperationException>(() => _clock.Advance(TimeSpan.Zero));
    }

    private ITimer Arm(string name, int dueSeconds) => _clock.CreateTimer(_ => Note(name), null, TimeSpan.FromSeconds(dueSeconds), Timeout.InfiniteTimeSpan);

    private void Note(string name) => _ran.Add($"{name} @{(_clock.GetUtcNow() - VirtualTimeProvider.DefaultStart).TotalSeconds}");
}

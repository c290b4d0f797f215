using Holdfast.Testing;

namespace Holdfast.Runtime.Tests;

public sealed class SweepPaceTests
{
    private readonly VirtualTimeProvider _time = new();
    private long _settled;

    [Fact]
    public void Ten_thousand_runs_a_second_are_deleted_when_few_are_settled()
    {
        var pace = Begin(settledPerSecond: 100);

        Assert.Equal(10_000, SweepPace.RunsPerTurn / pace.Spacing.TotalSeconds, tolerance: 1);
    }

    [Fact]
    public void Twice_as_many_runs_are_deleted_as_are_settled_when_that_is_more()
    {
        var pace = Begin(settledPerSecond: 30_000);

        Assert.Equal(60_000, SweepPace.RunsPerTurn / pace.Spacing.TotalSeconds, tolerance: 10);
    }

    [Fact]
    public void A_rest_fills_up_the_time_of_a_turn_and_a_long_turn_has_none()
    {
        var pace = Begin(settledPerSecond: 0);

        Assert.Equal(pace.Spacing - TimeSpan.FromMilliseconds(20), pace.RestAfter(TimeSpan.FromMilliseconds(20)));
        Assert.Equal(TimeSpan.Zero, pace.RestAfter(TimeSpan.FromSeconds(1)));
    }

    private SweepPace Begin(long settledPerSecond)
    {
        SweepPace pace = new(_time, () => _settled);
        _settled += 5 * settledPerSecond;
        _time.Advance(TimeSpan.FromSeconds(5));
        pace.Begin();
        return pace;
    }
}

namespace Holdfast.Simulation.Tests;

public sealed class ShrinkerTests
{
    [Fact]
    public void What_a_failure_does_not_need_is_left_out()
    {
        static bool Fails(Scenario s) => s.Has(2) && s.Has(5) && !s.Without.HasFlag(FaultKinds.MessagesLost) && s.MostFaults is null or >= 3;
        var smallest = Shrinker.Shrink(new Scenario { Seed = 1 }, Fails);
        Assert.Equal([2, 5], smallest.Keep!);
        Assert.False(smallest.Without.HasFlag(FaultKinds.MessagesLost));
        Assert.True(smallest.Without.HasFlag(FaultKinds.PowerFails));
        Assert.Equal(3, smallest.MostFaults);
    }
}

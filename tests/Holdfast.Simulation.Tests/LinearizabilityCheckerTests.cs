namespace Holdfast.Simulation.Tests;

public sealed class LinearizabilityCheckerTests
{
    [Fact]
    public void Operations_at_the_same_time_may_have_happened_in_either_order() =>
        Assert.Null(LinearizabilityChecker.Check([new("a", 1, 3, 0, 3), new("b", 2, 2, 1, 2)]));

    [Fact]
    public void A_read_after_an_addition_must_see_it() =>
        Assert.NotNull(LinearizabilityChecker.Check([new("a", 1, 1, 0, 1), new("b", 0, 0, 2, 3)]));

    [Fact]
    public void An_addition_without_an_answer_has_happened_when_it_was_acknowledged() =>
        Assert.NotNull(LinearizabilityChecker.Check([new("a", 1, null, 0, 1), new("b", 0, 0, 2, 3)]));

    [Fact]
    public void Nothing_is_added_twice() =>
        Assert.NotNull(LinearizabilityChecker.Check([new("a", 1, 1, 0, 1), new("b", 0, 2, 2, 3)]));

    [Fact]
    public void A_total_never_goes_back() =>
        Assert.NotNull(LinearizabilityChecker.Check([new("a", 5, 5, 0, 5), new("b", 0, 5, 1, 2), new("c", 0, 0, 3, 4)]));
}

using Holdfast.Protocol;

namespace Holdfast.Runtime.Tests;

public sealed class RunIdTests
{
    private static readonly DateTimeOffset Now = new(2030, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_run_id_is_larger_than_those_before_also_within_a_millisecond_and_when_time_goes_back()
    {
        UuidRunIdSource source = new();
        var ids = Enumerable.Range(0, 10_000).Select(i => source.Next(Now.AddMilliseconds(-i / 100))).ToList();
        Assert.Equal(ids.Order(), ids);
        Assert.Equal(ids.Count, ids.Distinct().Count());
        Assert.All(ids, id => Assert.Equal(7, id.Value.Version));
    }

    [Fact]
    public void Its_time_is_the_time_given()
    {
        UuidRunIdSource source = new();
        Assert.True(source.Next(Now).CompareTo(new RunId(Guid.CreateVersion7(Now.AddMilliseconds(1)))) < 0);
        Assert.True(source.Next(Now.AddMilliseconds(2)).CompareTo(new RunId(Guid.CreateVersion7(Now.AddMilliseconds(1)))) > 0);
    }

    [Fact]
    public void It_is_larger_than_those_of_an_earlier_life_whose_clock_was_ahead()
    {
        UuidRunIdSource source = new();
        RunId taken = new(Guid.CreateVersion7(Now.AddHours(1)));
        source.NoteTaken(taken);
        source.NoteTaken(new RunId(Guid.CreateVersion7(Now)));
        Assert.True(source.Next(Now) > taken);
    }
}

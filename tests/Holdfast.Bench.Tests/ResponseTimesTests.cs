namespace Holdfast.Bench.Tests;

public sealed class ResponseTimesTests
{
    [Theory]
    [InlineData(50, 50_000)]
    [InlineData(99, 99_000)]
    [InlineData(100, 100_000)]
    public void A_percentile_is_exact_to_an_eighth(double percent, double microseconds)
    {
        ResponseTimes times = new();
        for (var i = 1; i <= 100_000; i++)
        {
            times.Note(i);
        }

        Assert.InRange(1000 * times.MillisecondsAt(percent), microseconds, microseconds * 1.13);
    }

    [Fact]
    public void What_is_taken_is_gone_and_can_be_added_elsewhere()
    {
        ResponseTimes times = new();
        ResponseTimes all = new();
        times.Note(5_000);
        all.Add(times.Take());
        times.Note(1_000_000);

        Assert.Equal(1, all.Count);
        Assert.Equal(1, times.Count);
        Assert.InRange(all.MillisecondsAt(99), 5, 5.7);
    }

    [Fact]
    public void None_is_zero() => Assert.Equal(0, new ResponseTimes().MillisecondsAt(99));
}

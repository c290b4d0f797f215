namespace Holdfast.Bench.Tests;

public sealed class SoakVerdictTests
{
    private const long Megabyte = 1_000_000;
    private static readonly SoakTotals Totals = new(Seconds: 1800, ActivitiesPerSecond: 40_000, Activities: 72_000_000, Failed: 0, Refused: 0, MedianMilliseconds: 10, TailMilliseconds: 60);

    [Fact]
    public void A_soak_that_stays_as_it_is_passes() => Assert.Empty(MissedBars(Samples(), Totals));

    [Fact]
    public void What_comes_and_goes_passes() => Assert.Empty(MissedBars(Samples(minute => (35 + (minute % 3)) * Megabyte), Totals));

    [Fact]
    public void Growth_in_the_first_third_is_the_way_to_the_steady_state() =>
        Assert.Empty(MissedBars(Samples(folder: static minute => Math.Min(minute, 8) * 200 * Megabyte), Totals));

    [Theory]
    [InlineData(1)]
    [InlineData(0.4)]
    public void A_leak_of_a_megabyte_or_less_a_minute_is_found(double megabytesPerMinute) =>
        Assert.Equal(["live objects, growth over the last two thirds"], MissedBars(Samples(minute => (long)((35 + (megabytesPerMinute * minute)) * Megabyte)), Totals));

    [Fact]
    public void A_process_that_grows_is_found() =>
        Assert.Equal(["memory of the process, growth over the last two thirds"], MissedBars(Samples(process: static minute => (300 + (5 * minute)) * Megabyte), Totals));

    [Fact]
    public void A_folder_that_grows_is_found() =>
        Assert.Equal(["data folder, growth over the last two thirds"], MissedBars(Samples(folder: static minute => (1_500 + (20 * minute)) * Megabyte), Totals));

    [Fact]
    public void Failures_refusals_and_a_load_that_was_not_brought_are_found()
    {
        Assert.Single(MissedBars(Samples(), Totals with { Failed = 1 }));
        Assert.Single(MissedBars(Samples(), Totals with { Refused = 1 }));
        Assert.Single(MissedBars(Samples(), Totals with { Activities = 70_000_000 }));
    }

    [Theory]
    [InlineData(false, 5.9)]
    [InlineData(true, 0.9)]
    public void A_soak_too_short_for_a_verdict_is_refused(bool quick, double minutes)
    {
        Assert.Contains("give --minutes", SoakOptions.Of(quick, minutes, activitiesPerSecond: null).Error, StringComparison.Ordinal);
        Assert.Null(SoakOptions.Of(quick, minutes + 0.1, activitiesPerSecond: null).Error);
        Assert.Null(SoakOptions.Of(quick, minutes: null, activitiesPerSecond: null).Error);
    }

    private static IEnumerable<string> MissedBars(IReadOnlyList<SoakSample> samples, SoakTotals totals) => SoakVerdict.Of(samples, totals).Where(static f => !f.Pass).Select(static f => f.Name);

    private static IReadOnlyList<SoakSample> Samples(Func<int, long>? live = null, Func<int, long>? process = null, Func<int, long>? folder = null) =>
    [
        .. Enumerable.Range(1, 30).Select(minute => new SoakSample(
            60 * minute,
            live?.Invoke(minute) ?? 35 * Megabyte,
            process?.Invoke(minute) ?? 300 * Megabyte,
            folder?.Invoke(minute) ?? 1_500 * Megabyte,
            minute * 2_400_000,
            10,
            60,
            TimeSpan.FromMilliseconds(50),
            100)),
    ];
}

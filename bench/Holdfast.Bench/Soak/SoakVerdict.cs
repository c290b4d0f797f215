namespace Holdfast.Bench;

/// <summary>Whether a soak shows that the engine can go on like that for ever.</summary>
internal static class SoakVerdict
{
    /// <summary>Of the line through the samples, from the end of the first third to the end: closed runs come and go by the thousand, so samples differ.</summary>
    private const double GrowthBar = 0.1;

    private const double LoadBar = 0.99;
    private const double BytesPerMegabyte = 1_000_000;

    /// <summary>The figures and their bars. The first third is the way to the steady state: until retention is over once, the folder must grow.</summary>
    public static IReadOnlyList<Figure> Of(IReadOnlyList<SoakSample> samples, SoakTotals totals)
    {
        IReadOnlyList<SoakSample> steady = [.. samples.Skip(samples.Count / 3)];
        double Growth(Func<SoakSample, long> read) => 100 * Trend.GrowthOf([.. steady.Select(s => (s.Seconds, (double)read(s)))]);
        Figure Grows(string name, Func<SoakSample, long> read) => Figure.AtMost($"{name}, growth over the last two thirds", Growth(read), "%", 100 * GrowthBar);
        Figure Largest(string name, Func<SoakSample, long> read) => Figure.Reported($"{name}, most", samples.Max(read) / BytesPerMegabyte, "MB");
        return
        [
            Figure.Reported("duration", totals.Seconds, "s"),
            Figure.AtLeast("load, share of what was to be brought", totals.Activities / (totals.ActivitiesPerSecond * totals.Seconds), "ratio", LoadBar),
            Figure.Reported("load", totals.Activities / totals.Seconds, "activities/s"),
            Figure.AtMost("runs that failed", totals.Failed, "runs", 0),
            Figure.AtMost("calls refused although the client tried again (HF2100)", totals.Refused, "calls", 0),
            Figure.Reported($"run of {Throughput.ActivitiesPerRun} activities, start to result, p50", totals.MedianMilliseconds, "ms"),
            Figure.Reported($"run of {Throughput.ActivitiesPerRun} activities, start to result, p99", totals.TailMilliseconds, "ms"),
            Figure.Reported("longest time in which no run ended", samples.Max(static s => s.LongestGap.TotalMilliseconds), "ms"),
            Largest("live objects", static s => s.LiveBytes),
            Grows("live objects", static s => s.LiveBytes),
            Largest("memory of the process", static s => s.ResidentBytes),
            Grows("memory of the process", static s => s.ResidentBytes),
            Largest("data folder", static s => s.FolderBytes),
            Grows("data folder", static s => s.FolderBytes),
        ];
    }
}

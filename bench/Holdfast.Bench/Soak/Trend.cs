namespace Holdfast.Bench;

/// <summary>A straight line through samples, by least squares.</summary>
internal static class Trend
{
    /// <summary>How much the line rises from the first sample to the last, as a share of the mean. Zero for fewer than two samples.</summary>
    public static double GrowthOf(IReadOnlyList<(double Time, double Value)> samples)
    {
        if (samples.Count < 2)
        {
            return 0;
        }

        var (meanTime, meanValue) = (samples.Average(static s => s.Time), samples.Average(static s => s.Value));
        var slope = samples.Sum(s => (s.Time - meanTime) * (s.Value - meanValue)) / samples.Sum(s => (s.Time - meanTime) * (s.Time - meanTime));
        return slope * (samples[^1].Time - samples[0].Time) / meanValue;
    }
}

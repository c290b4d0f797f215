namespace Holdfast.Bench;

/// <summary>How a soak runs.</summary>
/// <param name="Duration">How long the load lasts.</param>
/// <param name="Interval">Between two samples.</param>
/// <param name="ActivitiesPerSecond">The load; null for half of what the machine shows beforehand that it can do.</param>
internal sealed record SoakOptions(TimeSpan Duration, TimeSpan Interval, double? ActivitiesPerSecond)
{
    private const int FullMinutes = 30;
    private const int QuickMinutes = 5;

    /// <summary>Fewer samples show no trend.</summary>
    private const int LeastSamples = 6;
    private static readonly TimeSpan FullInterval = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan QuickInterval = TimeSpan.FromSeconds(10);

    /// <summary>What is wrong with the options; null if nothing is.</summary>
    public string? Error => Duration < LeastSamples * Interval
        ? FormattableString.Invariant($"A soak of {Duration.TotalMinutes} minutes takes fewer than {LeastSamples} samples, one every {Interval.TotalSeconds} s, and shows nothing: give --minutes {(LeastSamples * Interval).TotalMinutes} or more.")
        : null;

    /// <summary>The options of the variant, of which the caller may have given some.</summary>
    public static SoakOptions Of(bool quick, double? minutes, double? activitiesPerSecond) => new(
        TimeSpan.FromMinutes(minutes ?? (quick ? QuickMinutes : FullMinutes)),
        quick ? QuickInterval : FullInterval,
        activitiesPerSecond);
}

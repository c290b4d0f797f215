using System.Diagnostics.Metrics;

namespace Holdfast;

/// <summary>Keeps the last value.</summary>
/// <typeparam name="T">Type of the values.</typeparam>
public sealed class MetricGauge<T>
    where T : struct
{
    private readonly Gauge<T>? instrument;
    private readonly KeyValuePair<string, object?>[] tags;
    private readonly Func<bool>? isSilent;

    internal MetricGauge(Gauge<T>? instrument, KeyValuePair<string, object?>[] tags, Func<bool>? isSilent)
    {
        this.instrument = instrument;
        this.tags = tags;
        this.isSilent = isSilent;
    }

    /// <summary>Records what the value is now. Costs next to nothing while nobody listens, and nothing is measured while workflow code is replayed.</summary>
    /// <param name="value">The value.</param>
    /// <param name="added">Tags beside those of the meter; of two tags with one name these hold.</param>
    public void Record(T value, params IReadOnlyList<KeyValuePair<string, object?>> added)
    {
        if (instrument is { Enabled: true } && isSilent?.Invoke() is not true)
        {
            instrument.Record(value, MetricTags.Merge(tags, added));
        }
    }
}

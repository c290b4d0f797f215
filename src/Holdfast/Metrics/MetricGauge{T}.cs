using System.Diagnostics.Metrics;

namespace Holdfast;

/// <summary>Keeps the last value.</summary>
/// <typeparam name="T">Type of the values.</typeparam>
public sealed class MetricGauge<T>
    where T : struct
{
    private readonly Gauge<T>? _instrument;
    private readonly KeyValuePair<string, object?>[] _tags;
    private readonly Func<bool>? _isSilent;

    internal MetricGauge(Gauge<T>? instrument, KeyValuePair<string, object?>[] tags, Func<bool>? isSilent)
    {
        _instrument = instrument;
        _tags = tags;
        _isSilent = isSilent;
    }

    /// <summary>Records what the value is now. Costs next to nothing while nobody listens, and nothing is measured while workflow code is replayed.</summary>
    /// <param name="value">The value.</param>
    /// <param name="added">Tags beside those of the meter; of two tags with one name these hold.</param>
    public void Record(T value, params IReadOnlyList<KeyValuePair<string, object?>> added)
    {
        if (_instrument is { Enabled: true } && _isSilent?.Invoke() is not true)
        {
            _instrument.Record(value, MetricTags.Merge(_tags, added));
        }
    }
}

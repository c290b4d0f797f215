using System.Diagnostics.Metrics;

namespace Holdfast;

/// <summary>Adds up what it is given.</summary>
/// <typeparam name="T">Type of the values.</typeparam>
public sealed class MetricCounter<T>
    where T : struct
{
    private readonly Counter<T>? _instrument;
    private readonly KeyValuePair<string, object?>[] _tags;
    private readonly Func<bool>? _isSilent;

    internal MetricCounter(Counter<T>? instrument, KeyValuePair<string, object?>[] tags, Func<bool>? isSilent)
    {
        _instrument = instrument;
        _tags = tags;
        _isSilent = isSilent;
    }

    /// <summary>Adds a value. Costs next to nothing while nobody listens, and nothing is measured while workflow code is replayed.</summary>
    /// <param name="value">Zero or more.</param>
    /// <param name="added">Tags beside those of the meter; of two tags with one name these hold.</param>
    public void Add(T value, params IReadOnlyList<KeyValuePair<string, object?>> added)
    {
        if (_instrument is { Enabled: true } && _isSilent?.Invoke() is not true)
        {
            _instrument.Add(value, MetricTags.Merge(_tags, added));
        }
    }
}

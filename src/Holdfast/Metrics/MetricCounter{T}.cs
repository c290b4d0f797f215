using System.Diagnostics.Metrics;

namespace Holdfast;

/// <summary>Adds up what it is given.</summary>
/// <typeparam name="T">Type of the values.</typeparam>
public sealed class MetricCounter<T>
    where T : struct
{
    private readonly Counter<T>? instrument;
    private readonly KeyValuePair<string, object?>[] tags;
    private readonly Func<bool>? isSilent;

    internal MetricCounter(Counter<T>? instrument, KeyValuePair<string, object?>[] tags, Func<bool>? isSilent)
    {
        this.instrument = instrument;
        this.tags = tags;
        this.isSilent = isSilent;
    }

    /// <summary>Adds a value. Costs next to nothing while nobody listens, and nothing is measured while workflow code is replayed.</summary>
    /// <param name="value">Zero or more.</param>
    /// <param name="added">Tags beside those of the meter; of two tags with one name these hold.</param>
    public void Add(T value, params IReadOnlyList<KeyValuePair<string, object?>> added)
    {
        if (instrument is { Enabled: true } && isSilent?.Invoke() is not true)
        {
            instrument.Add(value, MetricTags.Merge(tags, added));
        }
    }
}

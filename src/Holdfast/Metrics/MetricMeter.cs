using System.Diagnostics.Metrics;
using Holdfast.Protocol;

namespace Holdfast;

/// <summary>Makes instruments for workflow and activity code. What workflow code measures is measured once: instruments are silent during replay.</summary>
/// <remarks>
/// The instruments are those of System.Diagnostics.Metrics, on the meter <see cref="HoldfastMeter.UserCodeName"/>; asked for again by the same name, they are the
/// same. Give tags few values: each combination is kept by whoever collects. Threading: of activity code, safe from any thread.
/// </remarks>
public sealed class MetricMeter
{
    /// <summary>One that measures nothing.</summary>
    public static readonly MetricMeter None = new(null, [], null);

    private readonly Meter? _meter;
    private readonly KeyValuePair<string, object?>[] _tags;
    private readonly Func<bool>? _isSilent;

    /// <summary>Creates a meter.</summary>
    /// <param name="meter">Makes the instruments; null to measure nothing.</param>
    /// <param name="tags">Tags of every measurement.</param>
    /// <param name="isSilent">Says when nothing is to be measured; null for never.</param>
    public MetricMeter(Meter? meter, IReadOnlyList<KeyValuePair<string, object?>> tags, Func<bool>? isSilent)
    {
        _meter = meter;
        _tags = [.. tags];
        _isSilent = isSilent;
    }

    /// <summary>A meter that adds tags to every measurement; of two tags with one name the later holds.</summary>
    /// <param name="added">The tags.</param>
    public MetricMeter WithTags(params IReadOnlyList<KeyValuePair<string, object?>> added) => new(_meter, MetricTags.Merge(_tags, added), _isSilent);

    /// <summary>A counter: what it is given adds up, and is never negative.</summary>
    /// <typeparam name="T">byte, short, int, long, float, double or decimal.</typeparam>
    /// <param name="name">The instrument's name.</param>
    /// <param name="unit">The unit, such as <c>{order}</c> or <c>s</c>; null for none.</param>
    /// <param name="description">What is counted; null for none.</param>
    public MetricCounter<T> CreateCounter<T>(string name, string? unit = null, string? description = null)
        where T : struct
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        return new MetricCounter<T>(_meter?.CreateCounter<T>(name, unit, description), _tags, _isSilent);
    }

    /// <summary>A histogram: collects how values are spread.</summary>
    /// <typeparam name="T">byte, short, int, long, float, double or decimal.</typeparam>
    /// <param name="name">The instrument's name.</param>
    /// <param name="unit">The unit, such as <c>By</c> or <c>s</c>; null for none.</param>
    /// <param name="description">What is measured; null for none.</param>
    public MetricHistogram<T> CreateHistogram<T>(string name, string? unit = null, string? description = null)
        where T : struct
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        return new MetricHistogram<T>(_meter?.CreateHistogram<T>(name, unit, description), _tags, _isSilent);
    }

    /// <summary>A gauge: the last value counts.</summary>
    /// <typeparam name="T">byte, short, int, long, float, double or decimal.</typeparam>
    /// <param name="name">The instrument's name.</param>
    /// <param name="unit">The unit; null for none.</param>
    /// <param name="description">What is measured; null for none.</param>
    public MetricGauge<T> CreateGauge<T>(string name, string? unit = null, string? description = null)
        where T : struct
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        return new MetricGauge<T>(_meter?.CreateGauge<T>(name, unit, description), _tags, _isSilent);
    }
}

using System.Diagnostics.Metrics;

namespace Holdfast.Protocol;

/// <summary>The meter of everything that Holdfast measures.</summary>
public static class HoldfastMeter
{
    /// <summary>Its name, for <c>AddMeter</c> of OpenTelemetry: "Holdfast".</summary>
    public const string Name = "Holdfast";

    /// <summary>Name of the meter of what workflow and activity code measures, for <c>AddMeter</c> of OpenTelemetry: "Holdfast.UserCode".</summary>
    public const string UserCodeName = "Holdfast.UserCode";

    /// <summary>Buckets in seconds, from a tenth of a millisecond to an hour: the defaults of most collectors are made for milliseconds.</summary>
    private static readonly InstrumentAdvice<double> SecondsAdvice = new()
    {
        HistogramBucketBoundaries = [0.0001, 0.00025, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300, 900, 3600],
    };

    /// <summary>The meter of a component. Dispose of it with the component; what a factory made stays until the factory goes.</summary>
    /// <param name="factory">The host's factory; null for a meter of the component's own.</param>
    public static Meter Create(IMeterFactory? factory) => factory?.Create(Name) ?? new Meter(Name);

    /// <summary>The meter of what workflow and activity code measures. Dispose of it with the component; what a factory made stays until the factory goes.</summary>
    /// <param name="factory">The host's factory; null for a meter of the component's own.</param>
    public static Meter CreateForUserCode(IMeterFactory? factory) => factory?.Create(UserCodeName) ?? new Meter(UserCodeName);

    /// <summary>Adds a histogram of seconds.</summary>
    /// <param name="meter">The meter.</param>
    /// <param name="name">The instrument's name.</param>
    /// <param name="description">What is measured, from where to where.</param>
    public static Histogram<double> CreateDuration(this Meter meter, string name, string description)
    {
        ArgumentNullException.ThrowIfNull(meter);
        return meter.CreateHistogram(name, "s", description, tags: null, SecondsAdvice);
    }
}

using System.Diagnostics.Metrics;

namespace Holdfast.Simulation;

/// <summary>The meters of a world. What died with its process never disposed of them, and the runtime keeps every meter, and with it whatever it observes, until somebody does.</summary>
internal sealed class WorldMeters : IMeterFactory
{
    private readonly List<Meter> _meters = [];

    /// <inheritdoc/>
    public Meter Create(MeterOptions options)
    {
        Meter meter = new(options);
        _meters.Add(meter);
        return meter;
    }

    /// <inheritdoc/>
    public void Dispose() => _meters.ForEach(static m => m.Dispose());
}

using System.Diagnostics.Metrics;
using Holdfast.Protocol;

namespace Holdfast.Runtime;

/// <summary>What is measured of the sweeps of the blob store.</summary>
internal sealed class BlobInstruments(Meter meter)
{
    private readonly Counter<long> _removed = meter.CreateCounter<long>("holdfast.blobs.removed", "{blob}", "Blobs that were removed because no run refers to them.");
    private readonly Counter<long> _removedBytes = meter.CreateCounter<long>("holdfast.blobs.removed.size", "By", "Bytes of the blobs that were removed.");
    private readonly Histogram<double> _duration = meter.CreateDuration("holdfast.blobs.sweep.duration", "One sweep of the blob store.");

    /// <summary>A sweep ended, also one that was given up.</summary>
    public void Swept(long blobs, long bytes, TimeSpan duration)
    {
        _removed.Add(blobs);
        _removedBytes.Add(bytes);
        _duration.Record(duration.TotalSeconds);
    }
}

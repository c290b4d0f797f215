using System.Diagnostics.Metrics;
using Holdfast.Protocol;

namespace Holdfast.Runtime;

/// <summary>Everything that an engine measures.</summary>
internal sealed class EngineInstruments : IDisposable
{
    private readonly Meter _meter;
    private readonly Counter<long> _settledRuns;
    private readonly Counter<long> _recoveredRuns;

    public EngineInstruments(EngineOptions options)
    {
        _meter = HoldfastMeter.Create(options.MeterFactory);
        Runs = new RunInstruments(_meter);
        Requests = CallInstruments.OfRequests(_meter, options.TimeProvider);
        Store = CallInstruments.OfStore(_meter, options.TimeProvider);
        Queues = new QueueInstruments(_meter);
        Blobs = new BlobInstruments(_meter);
        _settledRuns = _meter.CreateCounter<long>("holdfast.runs.settled", "{run}", "Runs that were written to the settled store.");
        _recoveredRuns = _meter.CreateCounter<long>("holdfast.runs.recovered", "{run}", "Runs that recovery took into memory.");
    }

    public RunInstruments Runs { get; }

    public CallInstruments Requests { get; }

    public CallInstruments Store { get; }

    public QueueInstruments Queues { get; }

    public BlobInstruments Blobs { get; }

    public void Settled(int runs) => _settledRuns.Add(runs);

    public void Recovered(int runs) => _recoveredRuns.Add(runs);

    /// <inheritdoc/>
    public void Dispose()
    {
        Queues.Close();
        _meter.Dispose();
    }
}

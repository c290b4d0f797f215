using System.Diagnostics.Metrics;
using Holdfast.Protocol;

namespace Holdfast.Worker;

/// <summary>What is measured of the cache of runs' code state.</summary>
internal sealed class CacheInstruments : IDisposable
{
    private readonly Meter _meter;
    private readonly Counter<long> _hits;
    private readonly Counter<long> _misses;
    private readonly Counter<long> _evictions;
    private volatile RunCache? _cache;

    public CacheInstruments(IMeterFactory? factory)
    {
        _meter = HoldfastMeter.Create(factory);
        _hits = _meter.CreateCounter<long>("holdfast.sticky_cache.hits", "{task}", "Workflow tasks and queries that found the run's code state.");
        _misses = _meter.CreateCounter<long>("holdfast.sticky_cache.misses", "{task}", "Workflow tasks and queries that replayed a history because the code state was not there.");
        _evictions = _meter.CreateCounter<long>("holdfast.sticky_cache.evictions", "{run}", "Runs whose code state went for want of room.");
        _meter.CreateObservableUpDownCounter("holdfast.sticky_cache.size", Size, "{run}", "Runs whose code state is kept.");
    }

    /// <summary>Begins to observe a cache.</summary>
    public void Watch(RunCache cache) => _cache = cache;

    public void Hit() => _hits.Add(1);

    public void Missed() => _misses.Add(1);

    public void Evicted() => _evictions.Add(1);

    /// <inheritdoc/>
    public void Dispose()
    {
        _cache = null;
        _meter.Dispose();
    }

    private Measurement<long>[] Size() => _cache is { } cache ? [new Measurement<long>(cache.Count)] : [];
}

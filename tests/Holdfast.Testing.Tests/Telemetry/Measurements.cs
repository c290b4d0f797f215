using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace Holdfast.Testing.Tests;

/// <summary>Makes meters and keeps what is measured with them, and with no others.</summary>
internal sealed class Measurements : IMeterFactory
{
    private readonly FactoryMeter _meter = new();
    private readonly MeterListener _listener = new();
    private readonly ConcurrentQueue<Measured> _measured = new();
    private readonly ConcurrentBag<Instrument> _published = [];

    public Measurements()
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (ReferenceEquals(instrument.Meter, _meter))
            {
                _published.Add(instrument);
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Keep(instrument, value, tags));
        _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Keep(instrument, value, tags));
        _listener.Start();
    }

    /// <summary>Every instrument there is.</summary>
    public IReadOnlyList<string> Published => [.. _published.Select(static i => i.Name).Distinct()];

    /// <summary>The values of an instrument, of those with a tag when one is named.</summary>
    public IReadOnlyList<double> Of(string name, string? tag = null, object? value = null) =>
        [.. _measured.Where(m => m.Name == name && (tag is null || Equals(m.Tags.GetValueOrDefault(tag), value))).Select(static m => m.Value)];

    /// <summary>Asks for what is only measured when somebody asks.</summary>
    public void Observe() => _listener.RecordObservableInstruments();

    /// <inheritdoc/>
    public Meter Create(MeterOptions options) => _meter;

    /// <inheritdoc/>
    public void Dispose()
    {
        _listener.Dispose();
        _meter.Release();
    }

    private void Keep(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags) =>
        _measured.Enqueue(new Measured(instrument.Name, value, new Dictionary<string, object?>(tags.ToArray(), StringComparer.Ordinal)));

    /// <summary>As of any factory, a meter that outlives those who ask for it.</summary>
    private sealed class FactoryMeter() : Meter(Protocol.HoldfastMeter.Name)
    {
        private bool _isReleased;

        public void Release()
        {
            _isReleased = true;
            Dispose();
        }

        protected override void Dispose(bool disposing)
        {
            if (_isReleased)
            {
                base.Dispose(disposing);
            }
        }
    }

    private sealed record Measured(string Name, double Value, IReadOnlyDictionary<string, object?> Tags);
}

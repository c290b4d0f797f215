using System.Diagnostics.Metrics;
using Holdfast.Journaling.Appending;
using Holdfast.Protocol;

namespace Holdfast.Journaling.Telemetry;

/// <summary>What a journal measures. Nothing is read or counted while nobody listens.</summary>
/// <remarks>Threading: safe from any thread.</remarks>
internal sealed class JournalInstruments : IDisposable
{
    private const long NotMeasured = -1;
    private readonly Meter _meter;
    private readonly TimeProvider _timeProvider;
    private readonly Histogram<double> _appendDuration;
    private readonly Histogram<double> _flushDuration;
    private readonly Histogram<long> _groupBytes;
    private readonly Histogram<long> _groupRecords;
    private volatile Journal? _journal;

    public JournalInstruments(JournalOptions options)
    {
        _timeProvider = options.TimeProvider;
        _meter = HoldfastMeter.Create(options.MeterFactory);
        _appendDuration = _meter.CreateDuration("holdfast.journal.append.duration", "From the taking of a batch to its durability.");
        _flushDuration = _meter.CreateDuration("holdfast.journal.flush.duration", "One flush of the disk.");
        _groupBytes = _meter.CreateHistogram<long>("holdfast.journal.group.size", "By", "Bytes that were written together.");
        _groupRecords = _meter.CreateHistogram<long>("holdfast.journal.group.records", "{record}", "Records that were written together.");
        _meter.CreateObservableUpDownCounter("holdfast.journal.pending", () => Observe(static j => j.PendingBytes), "By", "Bytes that wait for durability.");
        _meter.CreateObservableUpDownCounter("holdfast.journal.segments", () => Observe(static j => j.SegmentCount), "{segment}", "Segments of the log, the active one included.");
    }

    /// <summary>Begins to observe a journal.</summary>
    public void Watch(Journal journal) => _journal = journal;

    /// <summary>The time at which an append is taken; negative while nobody asks for it.</summary>
    public long AppendTaken() => _appendDuration.Enabled ? _timeProvider.GetTimestamp() : NotMeasured;

    /// <summary>The time at which a flush begins; negative while nobody asks for it.</summary>
    public long FlushBegins() => _flushDuration.Enabled ? _timeProvider.GetTimestamp() : NotMeasured;

    /// <summary>A flush has ended.</summary>
    public void FlushEnded(long begun)
    {
        if (begun != NotMeasured)
        {
            _flushDuration.Record(_timeProvider.GetElapsedTime(begun).TotalSeconds);
        }
    }

    /// <summary>A group is durable. Called before its batches are given back.</summary>
    public void GroupDurable(IReadOnlyList<PendingAppend> group, long bytes)
    {
        _groupBytes.Record(bytes);
        if (_groupRecords.Enabled)
        {
            _groupRecords.Record(group[^1].LastLsn - group[0].FirstLsn + 1);
        }

        if (_appendDuration.Enabled)
        {
            RecordAppends(group);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _journal = null;
        _meter.Dispose();
    }

    private void RecordAppends(IReadOnlyList<PendingAppend> group)
    {
        for (int i = 0; i < group.Count; i++)
        {
            if (group[i].TakenTimestamp is not NotMeasured and var taken)
            {
                _appendDuration.Record(_timeProvider.GetElapsedTime(taken).TotalSeconds);
            }
        }
    }

    /// <summary>A meter that a factory made outlives the journal, which then has nothing to tell.</summary>
    private Measurement<long>[] Observe(Func<Journal, long> read) => _journal is { } journal ? [new Measurement<long>(read(journal))] : [];
}

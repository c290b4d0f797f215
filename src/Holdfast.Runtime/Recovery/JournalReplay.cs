using Holdfast.Journaling;
using Holdfast.Protocol;

namespace Holdfast.Runtime;

/// <summary>What the journal gives at recovery, and to whoever inspects it, by run.</summary>
internal sealed class JournalReplay
{
    /// <summary>
    /// Largest block in which records are kept; blocks grow up to it. Large enough that the collector does not move it: with an array for each section it did, while
    /// the runs are rebuilt, and a recovery took 3 to 9 % more processor time.
    /// </summary>
    private const int LargestBlockBytes = 1 << 20;

    private const int FirstBlockBytes = 16 << 10;
    private readonly Dictionary<RunId, JournaledRun> _runs = [];
    private Memory<byte> _free;
    private int _nextBlockBytes = FirstBlockBytes;

    /// <summary>The runs that have sections, in the order of their first.</summary>
    public IEnumerable<JournaledRun> Runs => _runs.Values.Where(static r => !r.IsEmpty);

    /// <summary>Their IDs, and those of runs of which a crash left only what was written ahead.</summary>
    public IReadOnlyCollection<RunId> RunIds => _runs.Keys;

    public long RecordCount { get; private set; }

    public void Take(in RecoveredRecord record) => Take(record.Lsn, record.Payload);

    /// <summary>Takes the payload of the record at a position.</summary>
    public void Take(long lsn, ReadOnlySpan<byte> payload)
    {
        RecordCount++;
        while (!payload.IsEmpty)
        {
            var section = JournalUnit.ReadSection(ref payload);
            if (!_runs.TryGetValue(section.RunId, out var run))
            {
                _runs.Add(section.RunId, run = new JournaledRun(section.RunId, section.Starts));
            }

            run.Add(lsn, section, Keep(section.Records));
        }
    }

    private ReadOnlyMemory<byte> Keep(ReadOnlySpan<byte> records)
    {
        if (records.Length > _free.Length)
        {
            _free = GC.AllocateUninitializedArray<byte>(Math.Max(_nextBlockBytes, records.Length));
            _nextBlockBytes = Math.Min(2 * _nextBlockBytes, LargestBlockBytes);
        }

        var kept = _free[..records.Length];
        records.CopyTo(kept.Span);
        _free = _free[records.Length..];
        return kept;
    }
}

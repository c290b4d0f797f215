using Holdfast.Protocol;

namespace Holdfast.Runtime;

/// <summary>What the journal has of one run: its sections, in order.</summary>
internal sealed class JournaledRun(RunId runId, WorkflowKey? starts)
{
    private readonly List<(long Lsn, ReadOnlyMemory<byte> Records)> _sections = [];

    /// <summary>Sections written ahead, which count when another follows that is not; null when there are none.</summary>
    private List<(long Lsn, ReadOnlyMemory<byte> Records)>? _ahead;

    /// <summary>Size of the sections that count.</summary>
    private int _bytes;

    public RunId RunId { get; } = runId;

    /// <summary>The workflow, when the journal has the run's beginning.</summary>
    public WorkflowKey? Starts { get; } = starts;

    /// <summary>The position of its last section.</summary>
    public long LastLsn => _sections[^1].Lsn;

    /// <summary>True when nothing of it counts.</summary>
    public bool IsEmpty => _sections.Count == 0;

    /// <summary>True when the run had closed before anything was recorded that the journal has of it. When the settled store has nothing of the run either, it was deleted.</summary>
    public bool IsAfterClose { get; private set; } = true;

    /// <summary>Adds a section.</summary>
    /// <param name="lsn">Its position.</param>
    /// <param name="section">The section.</param>
    /// <param name="records">Its records, kept.</param>
    public void Add(long lsn, in JournalSection section, ReadOnlyMemory<byte> records)
    {
        IsAfterClose &= section.IsAfterClose;
        if (section.IsAhead)
        {
            (_ahead ??= []).Add((lsn, records));
            return;
        }

        if (_ahead is not null)
        {
            _sections.AddRange(_ahead);
            _bytes = checked(_bytes + _ahead.Sum(static s => s.Records.Length));
            _ahead = null;
        }

        _sections.Add((lsn, records));
        _bytes = checked(_bytes + records.Length);
    }

    /// <summary>Size of the records that the settled store does not cover.</summary>
    public int BytesBehind(long covered) => covered < _sections[0].Lsn ? _bytes : _sections.Sum(s => s.Lsn > covered ? s.Records.Length : 0);

    /// <summary>The blobs that the records refer to which the settled store does not cover.</summary>
    public IEnumerable<BlobId> BlobsBehind(long covered) => _sections.Where(s => s.Lsn > covered).SelectMany(static s => RecordedBlobs.In(s.Records.Span));

    /// <summary>Adds to a run what the settled store does not cover of it.</summary>
    public void FoldInto(RunEntry run, long covered)
    {
        foreach (var (lsn, records) in _sections)
        {
            if (lsn > covered)
            {
                RunFolding.Fold(run, records.Span);
                run.Restore(lsn, run.FirstUnsettledLsn == 0 ? lsn : run.FirstUnsettledLsn);
            }
        }
    }
}

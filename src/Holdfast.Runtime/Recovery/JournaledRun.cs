using Holdfast.Protocol;

namespace Holdfast.Runtime;

/// <summary>What the journal has of one run: its sections, in order.</summary>
internal sealed class JournaledRun(RunId runId, WorkflowKey? starts)
{
    private readonly List<(long Lsn, byte[] Records)> _sections = [];

    /// <summary>Sections written ahead, which count when another follows that is not.</summary>
    private readonly List<(long Lsn, byte[] Records)> _ahead = [];

    public RunId RunId { get; } = runId;

    /// <summary>The workflow, when the journal has the run's beginning.</summary>
    public WorkflowKey? Starts { get; } = starts;

    /// <summary>The position of its last section.</summary>
    public long LastLsn => _sections[^1].Lsn;

    /// <summary>True when nothing of it counts.</summary>
    public bool IsEmpty => _sections.Count == 0;

    public void Add(long lsn, JournalSection section)
    {
        _ahead.Add((lsn, section.Records));
        if (!section.IsAhead)
        {
            _sections.AddRange(_ahead);
            _ahead.Clear();
        }
    }

    /// <summary>Size of the records that the settled store does not cover.</summary>
    public int BytesBehind(long covered) => _sections.Sum(s => s.Lsn > covered ? s.Records.Length : 0);

    /// <summary>Adds to a run what the settled store does not cover of it.</summary>
    public void FoldInto(RunEntry run, long covered)
    {
        foreach (var (lsn, records) in _sections)
        {
            if (lsn > covered)
            {
                RunFolding.Fold(run, records);
                run.Restore(lsn, run.FirstUnsettledLsn == 0 ? lsn : run.FirstUnsettledLsn);
            }
        }
    }
}

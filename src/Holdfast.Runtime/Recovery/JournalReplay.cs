using Holdfast.Journaling;
using Holdfast.Protocol;

namespace Holdfast.Runtime;

/// <summary>What the journal gives at recovery: the sections of each run, in order.</summary>
internal sealed class JournalReplay
{
    private readonly List<(long Lsn, JournalSection Section)> _sections = [];

    public IReadOnlyList<(long Lsn, JournalSection Section)> Sections => _sections;

    public long RecordCount { get; private set; }

    /// <summary>The runs that have sections.</summary>
    public IReadOnlyCollection<RunId> RunIds() => _sections.Select(static s => s.Section.RunId).ToHashSet();

    public void Take(in RecoveredRecord record)
    {
        RecordCount++;
        var payload = record.Payload;
        while (!payload.IsEmpty)
        {
            _sections.Add((record.Lsn, JournalUnit.ReadSection(ref payload)));
        }
    }
}

using Holdfast.Journaling;

namespace Holdfast.Runtime;

/// <summary>What the journal gives at recovery: the sections of each run, in order.</summary>
internal sealed class JournalReplay
{
    private readonly List<(long Lsn, JournalSection Section)> _sections = [];

    public IReadOnlyList<(long Lsn, JournalSection Section)> Sections => _sections;

    public long RecordCount { get; private set; }

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

using Holdfast.Journaling;
using Holdfast.Protocol;

namespace Holdfast.Runtime;

/// <summary>What the journal gives at recovery, by run.</summary>
internal sealed class JournalReplay
{
    private readonly Dictionary<RunId, JournaledRun> _runs = [];

    /// <summary>The runs that have sections, in the order of their first.</summary>
    public IEnumerable<JournaledRun> Runs => _runs.Values.Where(static r => !r.IsEmpty);

    /// <summary>Their IDs, and those of runs of which a crash left only what was written ahead.</summary>
    public IReadOnlyCollection<RunId> RunIds => _runs.Keys;

    public long RecordCount { get; private set; }

    public void Take(in RecoveredRecord record)
    {
        RecordCount++;
        var payload = record.Payload;
        while (!payload.IsEmpty)
        {
            var section = JournalUnit.ReadSection(ref payload);
            if (!_runs.TryGetValue(section.RunId, out var run))
            {
                _runs.Add(section.RunId, run = new JournaledRun(section.RunId, section.Starts));
            }

            run.Add(record.Lsn, section);
        }
    }
}

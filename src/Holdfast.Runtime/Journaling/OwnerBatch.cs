using Holdfast.Journaling;

namespace Holdfast.Runtime;

/// <summary>What an owner hands to the journal at once: records, the runs they belong to, and what waits for their durability.</summary>
internal sealed class OwnerBatch(JournalBatch records) : IJournalCompletion
{
    private readonly List<(RunEntry Run, int RecordIndex)> _runs = [];

    public JournalBatch Records { get; } = records;

    public GatedEffects Effects { get; } = new();

    /// <summary>Called on the journal's thread when the batch is free again.</summary>
    public Action<OwnerBatch>? OnReturned { get; set; }

    /// <summary>Notes that the next record to be completed belongs to the run.</summary>
    public void Note(RunEntry run) => _runs.Add((run, Records.RecordCount));

    public void Reset()
    {
        Records.Clear();
        Effects.Reset();
    }

    /// <inheritdoc/>
    public void OnDurable(JournalBatch batch, long firstLsn, long lastLsn)
    {
        foreach (var (run, index) in _runs)
        {
            run.UnitDurable(firstLsn + index);
        }

        _runs.Clear(); // a batch that lies free must keep no run in memory
        Effects.Release();
        OnReturned?.Invoke(this);
    }

    /// <inheritdoc/>
    public void OnFailed(JournalBatch batch, JournalException exception) => Effects.Abandon(exception);
}

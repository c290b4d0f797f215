namespace Holdfast.Journaling.Tests;

/// <summary>Remembers how appends ended, in the order it was told.</summary>
public sealed class RecordingCompletion : IJournalCompletion
{
    private readonly List<(long First, long Last)> _durable = [];
    private readonly List<JournalException> _failures = [];

    public IReadOnlyList<(long First, long Last)> Durable => _durable;

    public IReadOnlyList<JournalException> Failures => _failures;

    public long LastDurable => _durable.Count == 0 ? 0 : _durable[^1].Last;

    public void OnDurable(JournalBatch batch, long firstLsn, long lastLsn) => _durable.Add((firstLsn, lastLsn));

    public void OnFailed(JournalBatch batch, JournalException exception) => _failures.Add(exception);
}

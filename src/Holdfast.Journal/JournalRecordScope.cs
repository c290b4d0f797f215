namespace Holdfast.Journaling;

/// <summary>An open record of a batch. Disposing of it without <see cref="Complete"/> takes the record back.</summary>
public readonly ref struct JournalRecordScope
{
    private readonly JournalBatch _batch;
    private readonly long _scope;

    internal JournalRecordScope(JournalBatch batch, long scope)
    {
        _batch = batch;
        _scope = scope;
    }

    /// <summary>Makes the record part of the batch.</summary>
    /// <exception cref="InvalidOperationException">It was already completed or taken back.</exception>
    /// <exception cref="JournalException">HF2012: the payload is above the limit; the record is taken back.</exception>
    public void Complete() => _batch.Complete(_scope);

    /// <summary>Takes the record back unless it was completed.</summary>
    public void Dispose() => _batch.TakeBack(_scope);
}

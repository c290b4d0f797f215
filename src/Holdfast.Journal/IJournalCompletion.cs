namespace Holdfast.Journaling;

/// <summary>Told how an append ended.</summary>
/// <remarks>
/// <para>Threading and order: called on the writer's thread, in LSN order over all appends, one call per append. It
/// has to be quick, since the next group waits for it, and it must not throw: an exception stops the journal.</para>
/// <para>Ownership: with the call the batch is its owner's again.</para>
/// </remarks>
public interface IJournalCompletion
{
    /// <summary>Every record of the batch is durable.</summary>
    /// <param name="batch">The batch that was appended.</param>
    /// <param name="firstLsn">The LSN of its first record.</param>
    /// <param name="lastLsn">The LSN of its last record.</param>
    void OnDurable(JournalBatch batch, long firstLsn, long lastLsn);

    /// <summary>The journal has failed for good. The batch's records may or may not be found at the next recovery.</summary>
    /// <param name="batch">The batch that was appended.</param>
    /// <param name="exception">HF2011, with the cause inside.</param>
    void OnFailed(JournalBatch batch, JournalException exception);
}

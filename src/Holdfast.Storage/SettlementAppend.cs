using Holdfast.Protocol;
using Holdfast.Protocol.Codec;

namespace Holdfast.Storage;

/// <summary>What a settlement adds to the records that a store already holds of its run. Every adapter decides by this.</summary>
/// <remarks>
/// A settlement may be repeated (its caller did not learn that it was written), also together with newer records: what is stored already is left out.
/// </remarks>
/// <param name="FirstIndex">Index of the first record to be appended: the number of records stored.</param>
/// <param name="Count">Number of records to be appended; may be 0.</param>
/// <param name="Records">The records to be appended.</param>
public readonly record struct SettlementAppend(long FirstIndex, long Count, ReadOnlyMemory<byte> Records)
{
    /// <summary>Compares a settlement with what is stored of the run.</summary>
    /// <param name="settlement">The settlement.</param>
    /// <param name="stored">What the store holds of the run; null when nothing.</param>
    /// <exception cref="HoldfastException">
    /// <see cref="ErrorCodes.SettlementGap"/>, <see cref="ErrorCodes.SettlementStale"/> or <see cref="ErrorCodes.SettlementConflict"/>;
    /// <see cref="ErrorCodes.CorruptData"/> when the records are not what the record codec writes.
    /// </exception>
    public static SettlementAppend Of(RunSettlement settlement, SettledRunSummary? stored)
    {
        Invariant.That(RunRecordCodec.Count(settlement.Records.Span) == settlement.RecordCount, "a settlement has as many records as it says");
        var storedCount = stored?.RecordCount ?? 0;
        if (stored is not null)
        {
            RefuseOther(settlement, stored);
        }

        if (settlement.FirstRecordIndex > storedCount)
        {
            throw Error(ErrorCodes.SettlementGap, settlement, $"begins with record {settlement.FirstRecordIndex}, but the store holds {storedCount}");
        }

        return Behind(settlement, storedCount);
    }

    private static void RefuseOther(RunSettlement settlement, SettledRunSummary stored)
    {
        var workflow = new WorkflowKey(settlement.Info.Namespace, settlement.Info.Execution.WorkflowId);
        if (workflow != stored.Workflow)
        {
            throw Error(ErrorCodes.SettlementConflict, settlement, $"belongs to {workflow}, but the store holds the run for {stored.Workflow}");
        }

        if (settlement.CoveredLsn < stored.CoveredLsn)
        {
            throw Error(ErrorCodes.SettlementStale, settlement, $"covers the journal up to {settlement.CoveredLsn}, but the store covers it up to {stored.CoveredLsn}");
        }

        var end = settlement.FirstRecordIndex + settlement.RecordCount;
        if (settlement.FirstRecordIndex <= stored.RecordCount && (end < stored.RecordCount || (end > stored.RecordCount && settlement.CoveredLsn == stored.CoveredLsn)))
        {
            throw Error(ErrorCodes.SettlementConflict, settlement, $"makes {end} records up to journal position {settlement.CoveredLsn}, but the store holds {stored.RecordCount} up to {stored.CoveredLsn}");
        }
    }

    private static SettlementAppend Behind(RunSettlement settlement, long storedCount)
    {
        var rest = settlement.Records.Span;
        for (var index = settlement.FirstRecordIndex; index < storedCount; index++)
        {
            RunRecordCodec.Skip(ref rest);
        }

        return new SettlementAppend(storedCount, settlement.FirstRecordIndex + settlement.RecordCount - storedCount, settlement.Records[^rest.Length..]);
    }

    private static HoldfastException Error(ErrorCode code, RunSettlement settlement, string contradiction) =>
        new(code, $"The settlement of run {settlement.Info.Execution} {contradiction}.");
}

using Holdfast.Protocol;

namespace Holdfast.Storage;

/// <summary>A run as <see cref="InMemorySettledStore"/> keeps it. Immutable, so that a failed settlement leaves nothing behind.</summary>
internal sealed record InMemoryRun(SettledRunSummary Summary, WorkflowExecutionInfo Info, IReadOnlyList<ReadOnlyMemory<byte>> Chunks, IReadOnlyCollection<BlobId> Blobs)
{
    public static InMemoryRun Settle(InMemoryRun? stored, RunSettlement settlement)
    {
        var append = SettlementAppend.Of(settlement, stored?.Summary);
        var chunks = stored?.Chunks ?? [];
        var blobs = stored?.Blobs ?? [];
        var added = RecordedBlobs.In(append.Records.Span);
        return new InMemoryRun(
            SummaryOf(settlement, append.FirstIndex + append.Count),
            settlement.Info,
            append.Count == 0 ? chunks : [.. chunks, append.Records.ToArray()],
            added.Count == 0 ? blobs : [.. blobs.Union(added)]);
    }

    private static SettledRunSummary SummaryOf(RunSettlement settlement, long recordCount) => new(
        new WorkflowKey(settlement.Info.Namespace, settlement.Info.Execution.WorkflowId),
        settlement.Info.Execution.RunId,
        settlement.FirstExecutionRunId,
        settlement.StartRequestId,
        settlement.Info.Status,
        settlement.CoveredLsn,
        settlement.NextWakeUp,
        settlement.OwesParentNotification,
        recordCount)
    {
        StartPermit = settlement.StartPermit,
    };
}

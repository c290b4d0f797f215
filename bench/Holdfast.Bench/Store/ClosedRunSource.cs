using System.Buffers;
using Holdfast.Protocol;
using Holdfast.Protocol.Codec;
using Holdfast.Storage;

namespace Holdfast.Bench;

/// <summary>Closed runs as a service settles them: one after the other in time, with workflow IDs in no order and a history of ten activities.</summary>
internal sealed class ClosedRunSource
{
    /// <summary>As a run of ten small activities has.</summary>
    public const int HistoryBytes = 2_550;

    private static readonly DateTimeOffset Origin = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly byte[] Records = WriteRecords();
    private int _count;

    /// <summary>The next runs.</summary>
    public List<RunSettlement> Next(int count) => [.. Enumerable.Range(0, count).Select(_ => One(_count++))];

    private static RunSettlement One(int number)
    {
        var start = Origin.AddMilliseconds(number);
        RunId runId = new(Guid.CreateVersion7(start));
        return new RunSettlement
        {
            Info = new WorkflowExecutionInfo
            {
                Namespace = NamespaceRules.Default,
                Execution = new WorkflowExecution(Guid.NewGuid().ToString(), runId),
                WorkflowType = "SequenceWorkflow",
                TaskQueue = NamespaceRules.Default,
                Status = WorkflowExecutionStatus.Completed,
                StartTime = start,
                CloseTime = start.AddSeconds(1),
                HistoryLength = 1,
                HistorySizeBytes = HistoryBytes,
            },
            CoveredLsn = 1,
            FirstExecutionRunId = runId,
            StartRequestId = Guid.NewGuid().ToString(),
            FirstRecordIndex = 0,
            RecordCount = 1,
            Records = Records,
        };
    }

    private static byte[] WriteRecords()
    {
        ArrayBufferWriter<byte> writer = new();
        var input = new byte[HistoryBytes];
        Random.Shared.NextBytes(input);
        RunRecordCodec.Write(writer, new HistoryEvent(1, Origin, new WorkflowExecutionSignaled { SignalName = "step", Input = Payloads.Of(new Payload("binary/plain", input)) }));
        return writer.WrittenSpan.ToArray();
    }
}

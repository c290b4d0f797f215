using System.Buffers;
using System.Globalization;
using System.Text;
using Holdfast.Protocol;
using Holdfast.Protocol.Codec;

namespace Holdfast.Storage.Conformance;

/// <summary>A run to settle. Its records are events numbered from 1.</summary>
/// <param name="Second">When it started, in seconds after a fixed time; orders the run IDs.</param>
public sealed record SampleRun(int Second)
{
    private static readonly DateTimeOffset Origin = new(2026, 3, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The namespace. Default "default".</summary>
    public string Namespace { get; init; } = "default";

    /// <summary>The workflow ID. Default "order-" and the second.</summary>
    public string WorkflowId { get; init; } = string.Create(CultureInfo.InvariantCulture, $"order-{Second}");

    /// <summary>The workflow type. Default "Order".</summary>
    public string WorkflowType { get; init; } = "Order";

    /// <summary>Request ID of the start. Default "request-" and the second.</summary>
    public string StartRequestId { get; init; } = string.Create(CultureInfo.InvariantCulture, $"request-{Second}");

    /// <summary>The run ID.</summary>
    public RunId RunId { get; } = RunIdAt(Second);

    /// <summary>The workflow.</summary>
    public WorkflowKey Workflow => new(Namespace, WorkflowId);

    /// <summary>A point in time, in seconds after that from which runs are counted.</summary>
    public static DateTimeOffset At(int second) => Origin.AddSeconds(second);

    /// <summary>What listing shows.</summary>
    public WorkflowExecutionInfo Info(WorkflowExecutionStatus status = WorkflowExecutionStatus.Running, int? closedAt = null) => new()
    {
        Namespace = Namespace,
        Execution = new WorkflowExecution(WorkflowId, RunId),
        WorkflowType = WorkflowType,
        TaskQueue = "orders",
        Status = status,
        StartTime = At(Second),
        CloseTime = closedAt is { } second ? At(second) : null,
    };

    /// <summary>Settles an open run: its records from the index given, up to the journal position given.</summary>
    public RunSettlement Open(long coveredLsn = 10, long firstRecordIndex = 0, int recordCount = 3) =>
        Settlement(Info(), coveredLsn, firstRecordIndex, recordCount);

    /// <summary>Settles a closed run with three records.</summary>
    public RunSettlement Closed(int closedAt, WorkflowExecutionStatus status = WorkflowExecutionStatus.Completed, bool owesParentNotification = false) =>
        Settlement(Info(status, closedAt), coveredLsn: 10, firstRecordIndex: 0, recordCount: 3) with { OwesParentNotification = owesParentNotification };

    /// <summary>Settles one record more of a run that <see cref="Closed"/> settled.</summary>
    public RunSettlement AfterClose(int closedAt, long coveredLsn) =>
        Settlement(Info(WorkflowExecutionStatus.Completed, closedAt), coveredLsn, firstRecordIndex: 3, recordCount: 1) with { IsAfterClose = true };

    /// <summary>The events that a settlement of so many records holds.</summary>
    public static IReadOnlyList<RunRecord> Events(long firstRecordIndex, int recordCount) =>
        [.. Enumerable.Range(0, recordCount).Select(i => Event(firstRecordIndex + i))];

    /// <summary>Encodes records.</summary>
    public static byte[] Encode(IEnumerable<RunRecord> records)
    {
        var writer = new ArrayBufferWriter<byte>();
        foreach (var record in records)
        {
            RunRecordCodec.Write(writer, record);
        }

        return writer.WrittenSpan.ToArray();
    }

    /// <summary>One record, whose payload refers to blobs, encoded.</summary>
    public static byte[] ReferringTo(IEnumerable<BlobId> blobs)
    {
        Payload payload = new(Payload.JsonEncoding, "{}"u8.ToArray(), BlobMarks.Of(blobs.Select(static b => b.ToString())));
        return Encode([new HistoryEvent(1, At(0), new WorkflowExecutionSignaled { SignalName = "s", Input = Payloads.Of(payload) })]);
    }

    private RunSettlement Settlement(WorkflowExecutionInfo info, long coveredLsn, long firstRecordIndex, int recordCount) => new()
    {
        Info = info,
        CoveredLsn = coveredLsn,
        FirstExecutionRunId = RunIdAt(Second - 1),
        StartRequestId = StartRequestId,
        FirstRecordIndex = firstRecordIndex,
        RecordCount = recordCount,
        Records = Encode(Events(firstRecordIndex, recordCount)),
    };

    private static HistoryEvent Event(long index) =>
        new(index + 1, At(0), new WorkflowExecutionSignaled { SignalName = "s", Input = Payloads.Of(new Payload(Payload.JsonEncoding, Encoding.UTF8.GetBytes($"{index}"))) });

    private static RunId RunIdAt(int second)
    {
        Span<byte> bytes = stackalloc byte[16];
        Guid.CreateVersion7(At(second)).TryWriteBytes(bytes, bigEndian: true, out _);
        bytes[9..].Clear();
        bytes[6] = 0x70;
        bytes[7] = 0;
        bytes[8] = 0x80;
        return new RunId(new Guid(bytes, bigEndian: true));
    }
}

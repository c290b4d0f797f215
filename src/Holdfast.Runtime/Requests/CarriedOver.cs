using System.Buffers;
using Holdfast.Protocol;
using Holdfast.Protocol.Codec;

namespace Holdfast.Runtime;

/// <summary>Events of later runs of a chain that a reset carries over.</summary>
internal static class CarriedOver
{
    /// <summary>Those of some events that may be carried over.</summary>
    public static IEnumerable<HistoryEvent> Of(IEnumerable<HistoryEvent> events) => events.Where(static e =>
        e.Type is EventType.WorkflowExecutionSignaled or EventType.WorkflowExecutionUpdateAdmitted or EventType.WorkflowExecutionUpdateAccepted);

    /// <summary>Those of some events that are carried over when some kinds are not.</summary>
    public static IEnumerable<HistoryEvent> Of(IEnumerable<HistoryEvent> events, ResetReapplyExclusions exclusions) => Of(events).Where(e =>
        !exclusions.HasFlag(e.Type == EventType.WorkflowExecutionSignaled ? ResetReapplyExclusions.Signals : ResetReapplyExclusions.Updates));

    /// <summary>Their encoded size.</summary>
    public static long Bytes(IEnumerable<HistoryEvent> events)
    {
        ArrayBufferWriter<byte> writer = new();
        var bytes = 0L;
        foreach (var carried in events)
        {
            bytes += RunRecordCodec.Write(writer, carried);
            writer.ResetWrittenCount();
        }

        return bytes;
    }
}

using System.Buffers;
using System.Buffers.Binary;
using Holdfast.Protocol;

namespace Holdfast.Runtime;

/// <summary>
/// Payload of one journal record: the records of one run, and of the successors started with it, as one unit. A unit that is larger than a record is written
/// ahead in part: sections with bit 1 count only when a section of the same run without it follows, which is in the last record of the unit. What a run records
/// after it has closed (bit 2) goes with the run: it counts for nothing when nobody has the beginning any more.
/// Layout of a section: flags (1 byte, bit 0: the run starts here; bit 1: written ahead; bit 2: recorded after the close), run ID (16 bytes, big endian), when it starts: namespace and workflow ID
/// (2 bytes length, UTF-8), number of records (4 bytes), their length in bytes (4 bytes), the records. Integers are little endian.
/// </summary>
internal static class JournalUnit
{
    private const byte StartsRun = 1;
    private const byte IsAhead = 2;
    private const byte IsAfterClose = 4;
    private const int RunIdBytes = 16;

    public static void WriteSection(IBufferWriter<byte> writer, WorkflowKey? starts, RunId runId, int recordCount, ReadOnlySpan<byte> records, bool isAhead = false, bool isAfterClose = false)
    {
        var head = writer.GetSpan(1 + RunIdBytes);
        head[0] = (byte)((starts is null ? 0 : StartsRun) | (isAhead ? IsAhead : 0) | (isAfterClose ? IsAfterClose : 0));
        runId.Value.TryWriteBytes(head[1..], bigEndian: true, out _);
        writer.Advance(1 + RunIdBytes);
        if (starts is { } key)
        {
            WriteText(writer, key.Namespace);
            WriteText(writer, key.WorkflowId);
        }

        var sizes = writer.GetSpan(8);
        BinaryPrimitives.WriteInt32LittleEndian(sizes, recordCount);
        BinaryPrimitives.WriteInt32LittleEndian(sizes[4..], records.Length);
        writer.Advance(8);
        writer.Write(records);
    }

    public static JournalSection ReadSection(ref ReadOnlySpan<byte> payload)
    {
        var flags = Take(ref payload, 1)[0];
        var starts = (flags & StartsRun) != 0;
        RunId runId = new(new Guid(Take(ref payload, RunIdBytes), bigEndian: true));
        WorkflowKey? key = starts ? new WorkflowKey(ReadText(ref payload), ReadText(ref payload)) : null;
        var recordCount = BinaryPrimitives.ReadInt32LittleEndian(Take(ref payload, 4));
        var length = BinaryPrimitives.ReadInt32LittleEndian(Take(ref payload, 4));
        return new JournalSection(runId, key, recordCount, Take(ref payload, length), (flags & IsAhead) != 0, (flags & IsAfterClose) != 0);
    }

    private static void WriteText(IBufferWriter<byte> writer, string text)
    {
        var length = System.Text.Encoding.UTF8.GetByteCount(text);
        var span = writer.GetSpan(2 + length);
        BinaryPrimitives.WriteUInt16LittleEndian(span, checked((ushort)length));
        System.Text.Encoding.UTF8.GetBytes(text, span[2..]);
        writer.Advance(2 + length);
    }

    private static string ReadText(ref ReadOnlySpan<byte> payload) =>
        System.Text.Encoding.UTF8.GetString(Take(ref payload, BinaryPrimitives.ReadUInt16LittleEndian(Take(ref payload, 2))));

    private static ReadOnlySpan<byte> Take(ref ReadOnlySpan<byte> payload, int length)
    {
        if (length < 0 || length > payload.Length)
        {
            throw new HoldfastException(ErrorCodes.CorruptData, "A journal record ends inside a section although its checksum is right. It was written by a defective or newer version of Holdfast; start the version that wrote it.");
        }

        var taken = payload[..length];
        payload = payload[length..];
        return taken;
    }
}

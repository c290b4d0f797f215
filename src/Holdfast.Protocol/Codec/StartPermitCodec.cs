using System.Buffers;

namespace Holdfast.Protocol.Codec;

/// <summary>Binary encoding of <see cref="StartPermit"/>, as the settled store holds it. Fields may be added; what is not known is passed over.</summary>
public static class StartPermitCodec
{
    /// <summary>Writes the permit; gives the number of bytes.</summary>
    public static int Write(IBufferWriter<byte> writer, StartPermit permit)
    {
        var fields = new FieldWriter(EncodingBuffer.Take());
        fields.WriteInt32(1, (int)permit.State);
        fields.WriteText(2, permit.TaskQueue);
        fields.WriteText(3, permit.WorkflowType);
        fields.WriteText(4, permit.ConcurrencyKey);
        fields.WriteInt32(5, permit.Priority);
        fields.WriteFlag(6, permit.IsChild);
        fields.WriteInstant(7, permit.AwaitedSince);
        fields.WriteInstant(8, permit.DebouncedSince);
        return EncodedMessage.CopyTo(writer, fields);
    }

    /// <summary>Reads what <see cref="Write"/> wrote; the span must hold that and nothing more.</summary>
    /// <exception cref="HoldfastException"><see cref="ErrorCodes.CorruptData"/>.</exception>
    public static StartPermit Read(ReadOnlySpan<byte> source)
    {
        var reader = new FieldReader(source);
        var state = default(StartPermitState);
        var taskQueue = string.Empty;
        var workflowType = string.Empty;
        var concurrencyKey = string.Empty;
        var priority = 0;
        var isChild = false;
        DateTimeOffset? awaitedSince = null;
        DateTimeOffset? debouncedSince = null;
        while (reader.MoveNext())
        {
            switch (reader.Field)
            {
                case 1: state = (StartPermitState)reader.ReadInt32(); break;
                case 2: taskQueue = reader.ReadName(); break;
                case 3: workflowType = reader.ReadName(); break;
                case 4: concurrencyKey = reader.ReadText(); break;
                case 5: priority = reader.ReadInt32(); break;
                case 6: isChild = reader.ReadFlag(); break;
                case 7: awaitedSince = reader.ReadInstant(); break;
                case 8: debouncedSince = reader.ReadInstant(); break;
                default: reader.Skip(); break;
            }
        }

        return new StartPermit(state, taskQueue, workflowType, concurrencyKey, priority, isChild, awaitedSince, debouncedSince);
    }
}

using System.Buffers;

namespace Holdfast.Protocol.Codec;

/// <summary>Binary encoding of a list of payloads: each with its length before it.</summary>
public static class PayloadsCodec
{
    /// <summary>Writes the payloads, without a length before the whole; gives the number of bytes.</summary>
    /// <exception cref="HoldfastException"><see cref="ErrorCodes.LimitExceeded"/> above <see cref="RunRecordCodec.MaximumRecordBytes"/>.</exception>
    public static int Write(IBufferWriter<byte> writer, Payloads payloads)
    {
        var fields = new FieldWriter(EncodingBuffer.Take());
        WriteItems(ref fields, payloads);
        return EncodedMessage.CopyTo(writer, fields);
    }

    /// <summary>Reads what <see cref="Write"/> wrote; the span must hold that and nothing more. Copies the bytes.</summary>
    /// <exception cref="HoldfastException"><see cref="ErrorCodes.CorruptData"/>.</exception>
    public static Payloads Read(ReadOnlySpan<byte> source) => ReadItems(new FieldReader(source));

    internal static void WritePayloads(this ref FieldWriter writer, int field, Payloads payloads)
    {
        if (payloads.Count > 0)
        {
            WriteOptionalPayloads(ref writer, field, payloads);
        }
    }

    internal static void WriteOptionalPayloads(this ref FieldWriter writer, int field, Payloads? payloads)
    {
        if (payloads is null)
        {
            return;
        }

        var start = writer.BeginMessage(field);
        WriteItems(ref writer, payloads);
        writer.EndMessage(start);
    }

    internal static Payloads ReadPayloads(this ref FieldReader reader) => ReadItems(reader.ReadMessage());

    internal static void WriteItems(ref FieldWriter writer, Payloads payloads)
    {
        for (var i = 0; i < payloads.Count; i++)
        {
            var start = writer.BeginRawMessage();
            PayloadCodec.Write(ref writer, payloads[i]);
            writer.EndMessage(start);
        }
    }

    internal static Payloads ReadItems(FieldReader reader)
    {
        if (reader.IsAtEnd)
        {
            return Payloads.Empty;
        }

        var first = PayloadCodec.Read(reader.ReadRawMessage());
        if (reader.IsAtEnd)
        {
            return Payloads.Of(first);
        }

        List<Payload> items = [first];
        while (!reader.IsAtEnd)
        {
            items.Add(PayloadCodec.Read(reader.ReadRawMessage()));
        }

        return Payloads.Of([.. items]);
    }
}

using System.Buffers;

namespace Holdfast.Protocol.Codec;

/// <summary>Hands an encoded message to the caller's writer and the encoding buffer back to its thread.</summary>
internal static class EncodedMessage
{
    /// <summary>Copies the message as it is; gives its length.</summary>
    public static int CopyTo(IBufferWriter<byte> writer, FieldWriter message)
    {
        var length = message.Written.Length;
        message.Written.CopyTo(writer.GetSpan(length));
        writer.Advance(length);
        EncodingBuffer.Return(message.Buffer);
        return length;
    }

    /// <summary>Copies the message with its length before it; gives the length of both.</summary>
    public static int CopyWithLengthTo(IBufferWriter<byte> writer, FieldWriter message)
    {
        var length = message.Written.Length;
        var target = writer.GetSpan(Varint.SizeOf((ulong)length) + length);
        var prefixLength = Varint.Write(target, (ulong)length);
        message.Written.CopyTo(target[prefixLength..]);
        writer.Advance(prefixLength + length);
        EncodingBuffer.Return(message.Buffer);
        return prefixLength + length;
    }
}

using System.Buffers;
using Holdfast.Protocol.Codec;

namespace Holdfast.Protocol.Tests;

/// <summary>Encodes into an array of its own.</summary>
internal static class Encoded
{
    public static byte[] Record(RunRecord record)
    {
        var writer = new ArrayBufferWriter<byte>();
        var length = RunRecordCodec.Write(writer, record);
        Assert.Equal(length, writer.WrittenCount);
        return writer.WrittenSpan.ToArray();
    }

    public static byte[] Failure(Failure failure)
    {
        var writer = new ArrayBufferWriter<byte>();
        FailureCodec.Write(writer, failure);
        return writer.WrittenSpan.ToArray();
    }

    public static byte[] UpdateMessage(UpdateMessage message)
    {
        var writer = new ArrayBufferWriter<byte>();
        UpdateMessageCodec.Write(writer, message);
        return writer.WrittenSpan.ToArray();
    }

    public static RunRecord Decode(byte[] bytes) => Assert.Single(RunRecordCodec.ReadAll(bytes));
}

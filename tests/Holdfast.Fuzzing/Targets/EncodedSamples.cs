using System.Buffers;
using System.Text;
using Holdfast.Protocol;

namespace Holdfast.Fuzzing;

/// <summary>Payloads that the samples of several targets are made of.</summary>
internal static class EncodedSamples
{
    public static readonly Payload Json = new(Payload.JsonEncoding, Encoding.UTF8.GetBytes("{\"city\":\"Zürich\",\"count\":3}"));

    public static readonly Payload WithMetadata = new("binary/test", new byte[] { 0, 255, 7 }, new PayloadMetadata([new("key", new byte[] { 1, 2 }), new("empty", Array.Empty<byte>())]));

    public static byte[] Of(Action<IBufferWriter<byte>> write)
    {
        ArrayBufferWriter<byte> writer = new();
        write(writer);
        return writer.WrittenSpan.ToArray();
    }
}

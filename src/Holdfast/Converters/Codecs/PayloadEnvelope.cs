using System.Text;
using Holdfast.Protocol;

namespace Holdfast;

/// <summary>Writes a whole payload (encoding, metadata, data) as bytes, for codecs that wrap it, in the protobuf form of Temporal's payloads.</summary>
/// <remarks>Message: field 1, repeated, is a metadata entry (1 name, 2 value), among them the encoding; field 2 is the data.</remarks>
internal static class PayloadEnvelope
{
    private const string EncodingName = "encoding";
    private const byte MetadataTag = (1 << 3) | LengthDelimited;
    private const byte DataTag = (2 << 3) | LengthDelimited;
    private const byte NameTag = (1 << 3) | LengthDelimited;
    private const byte ValueTag = (2 << 3) | LengthDelimited;
    private const byte LengthDelimited = 2;

    /// <summary>Number of bytes that <see cref="Write"/> fills.</summary>
    public static int SizeOf(Payload payload)
    {
        var size = Field(EntrySize(EncodingName, Encoding.UTF8.GetByteCount(payload.Encoding)));
        foreach (var (name, value) in payload.Metadata)
        {
            size += Field(EntrySize(name, value.Length));
        }

        return size + Field(payload.Data.Length);
    }

    public static void Write(Payload payload, Span<byte> destination)
    {
        var at = WriteEntry(destination, 0, EncodingName, Encoding.UTF8.GetBytes(payload.Encoding));
        foreach (var (name, value) in payload.Metadata)
        {
            at = WriteEntry(destination, at, name, value.Span);
        }

        at = WriteField(destination, at, DataTag, payload.Data.Span);
        Invariant.That(at == destination.Length, "a payload fills its envelope exactly");
    }

    public static Payload Read(ReadOnlyMemory<byte> bytes)
    {
        var data = ReadOnlyMemory<byte>.Empty;
        string? encoding = null;
        List<KeyValuePair<string, ReadOnlyMemory<byte>>> metadata = [];
        foreach (var (tag, content) in Fields(bytes))
        {
            switch (tag)
            {
                case MetadataTag when ReadEntry(content) is var (name, value):
                    if (string.Equals(name, EncodingName, StringComparison.Ordinal))
                    {
                        encoding = Encoding.UTF8.GetString(value.Span);
                    }
                    else
                    {
                        metadata.Add(KeyValuePair.Create(name, value));
                    }

                    break;
                case DataTag:
                    data = content;
                    break;
                default:
                    break;
            }
        }

        return string.IsNullOrEmpty(encoding)
            ? throw Malformed("it names no encoding")
            : new Payload(encoding, data, metadata.Count == 0 ? null : new PayloadMetadata(metadata.DistinctBy(m => m.Key, StringComparer.Ordinal)));
    }

    private static (string Name, ReadOnlyMemory<byte> Value) ReadEntry(ReadOnlyMemory<byte> bytes)
    {
        var name = string.Empty;
        var value = ReadOnlyMemory<byte>.Empty;
        foreach (var (tag, content) in Fields(bytes))
        {
            if (tag == NameTag)
            {
                name = Encoding.UTF8.GetString(content.Span);
            }
            else if (tag == ValueTag)
            {
                value = content;
            }
        }

        return (name, value);
    }

    private static IEnumerable<(ulong Tag, ReadOnlyMemory<byte> Content)> Fields(ReadOnlyMemory<byte> bytes)
    {
        while (!bytes.IsEmpty)
        {
            var tag = ReadVarint(ref bytes);
            if ((tag & 7) != LengthDelimited)
            {
                throw Malformed("it has a field of a kind that payloads do not have");
            }

            var length = ReadVarint(ref bytes);
            if (length > (ulong)bytes.Length)
            {
                throw Malformed("it ends within a field");
            }

            yield return (tag, bytes[..(int)length]);
            bytes = bytes[(int)length..];
        }
    }

    private static ulong ReadVarint(ref ReadOnlyMemory<byte> bytes)
    {
        var value = 0UL;
        for (var i = 0; i < bytes.Length && i < 10; i++)
        {
            var next = bytes.Span[i];
            value |= (ulong)(next & 0x7F) << (7 * i);
            if (next < 0x80)
            {
                bytes = bytes[(i + 1)..];
                return value;
            }
        }

        throw Malformed("it has an endless number");
    }

    private static HoldfastException Malformed(string why) => new(ErrorCodes.PayloadCodecFailed, $"The bytes within a payload are not a payload: {why}.");

    private static int EntrySize(string name, int valueLength) => Field(Encoding.UTF8.GetByteCount(name)) + Field(valueLength);

    private static int Field(int length) => 1 + VarintSize(length) + length;

    private static int VarintSize(int value)
    {
        var size = 1;
        for (; value >= 0x80; value >>= 7)
        {
            size++;
        }

        return size;
    }

    private static int WriteEntry(Span<byte> destination, int at, string name, ReadOnlySpan<byte> value)
    {
        destination[at++] = MetadataTag;
        at = WriteVarint(destination, at, EntrySize(name, value.Length));
        at = WriteField(destination, at, NameTag, Encoding.UTF8.GetBytes(name));
        return WriteField(destination, at, ValueTag, value);
    }

    private static int WriteField(Span<byte> destination, int at, byte tag, ReadOnlySpan<byte> content)
    {
        destination[at++] = tag;
        at = WriteVarint(destination, at, content.Length);
        content.CopyTo(destination[at..]);
        return at + content.Length;
    }

    private static int WriteVarint(Span<byte> destination, int at, int value)
    {
        for (; value >= 0x80; value >>= 7)
        {
            destination[at++] = (byte)(value | 0x80);
        }

        destination[at++] = (byte)value;
        return at;
    }
}

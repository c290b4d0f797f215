using System.Buffers.Text;
using System.Text;
using Holdfast.Protocol.Codec;

namespace Holdfast.Protocol;

/// <summary>Finds out, without decoding them, which blobs encoded records refer to.</summary>
/// <remarks>
/// The metadata that names blobs (<see cref="BlobMarks"/>) lies in the records as it is: a name and a value, each with its length before it. So the bytes are searched
/// for the names, wherever in a record they stand, which costs records without blobs next to nothing and misses no kind of record. Bytes within a value that look
/// like such metadata count as well: at worst a blob is kept that nobody needs.
/// </remarks>
public static class RecordedBlobs
{
    private static ReadOnlySpan<byte> Prefix => "blob-"u8;

    private static ReadOnlySpan<byte> Hash => "blob-hash"u8;

    private static ReadOnlySpan<byte> Length => "blob-length"u8;

    private static ReadOnlySpan<byte> Values => "blob-values"u8;

    /// <summary>The blobs that records refer to, each once; empty for most.</summary>
    /// <param name="records">Encoded records.</param>
    public static IReadOnlyCollection<BlobId> In(ReadOnlySpan<byte> records)
    {
        HashSet<BlobId>? found = null;
        while (TryReadNext(ref records, out var name, out var value))
        {
            if (!name.SequenceEqual(Length))
            {
                AddIds(value, ref found);
            }
        }

        return found ?? (IReadOnlyCollection<BlobId>)[];
    }

    /// <summary>Counts the payloads that lie in the blob store instead of the records, and their bytes.</summary>
    /// <param name="records">Encoded records.</param>
    public static (long Count, long Bytes) CountExternal(ReadOnlySpan<byte> records)
    {
        var (count, bytes) = (0L, 0L);
        while (TryReadNext(ref records, out var name, out var value))
        {
            if (name.SequenceEqual(Length) && Utf8Parser.TryParse(value, out long length, out var read) && read == value.Length)
            {
                count++;
                bytes += length;
            }
        }

        return (count, bytes);
    }

    private static bool TryReadNext(ref ReadOnlySpan<byte> rest, out ReadOnlySpan<byte> name, out ReadOnlySpan<byte> value)
    {
        for (var at = rest.IndexOf(Prefix); at >= 0; at = rest.IndexOf(Prefix))
        {
            name = at == 0 ? default : NameAt(rest[at..], rest[at - 1]);
            rest = rest[(at + Prefix.Length)..];
            if (!name.IsEmpty && TryReadValue(rest[(name.Length - Prefix.Length)..], out value))
            {
                return true;
            }
        }

        name = value = default;
        return false;
    }

    private static ReadOnlySpan<byte> NameAt(ReadOnlySpan<byte> source, byte length)
    {
        var name = source[..Math.Min(source.Length, length)];
        return name.SequenceEqual(Hash) || name.SequenceEqual(Length) || name.SequenceEqual(Values) ? name : default;
    }

    private static bool TryReadValue(ReadOnlySpan<byte> source, out ReadOnlySpan<byte> value)
    {
        var prefixLength = Varint.Read(source, out var length);
        var isWhole = prefixLength > 0 && length <= (ulong)(source.Length - prefixLength);
        value = isWhole ? source.Slice(prefixLength, (int)length) : default;
        return isWhole;
    }

    private static void AddIds(ReadOnlySpan<byte> value, ref HashSet<BlobId>? found)
    {
        foreach (var part in value.Split((byte)','))
        {
            if (BlobId.TryParse(Encoding.UTF8.GetString(value[part]), out var id))
            {
                (found ??= []).Add(id);
            }
        }
    }
}

using System.Buffers.Text;

namespace Holdfast.Protocol;

/// <summary>A payload whose bytes lie in the blob store: what stands for it in the history.</summary>
/// <remarks>
/// It has the encoding <see cref="Encoding"/>, no bytes, and as metadata the blob's hash and length, the encoding of the payload that it stands for, and that
/// payload's own metadata. The blob is the payload's bytes and nothing else, so equal values are one blob.
/// </remarks>
public static class ExternalPayload
{
    /// <summary>Encoding of a payload that stands for a blob.</summary>
    public const string Encoding = "binary/blob-reference";

    /// <summary>Metadata: the SHA-256 of the bytes, as 64 hexadecimal digits.</summary>
    public const string HashMetadata = "blob-hash";

    /// <summary>Metadata: the number of bytes, in decimal digits.</summary>
    public const string LengthMetadata = "blob-length";

    /// <summary>Metadata: the encoding of the payload that it stands for.</summary>
    public const string EncodingMetadata = "blob-encoding";

    /// <summary>True when the payload stands for a blob.</summary>
    public static bool Is(Payload payload)
    {
        ArgumentNullException.ThrowIfNull(payload);
        return string.Equals(payload.Encoding, Encoding, StringComparison.Ordinal);
    }

    /// <summary>Makes what stands for a payload.</summary>
    /// <param name="payload">The payload.</param>
    /// <param name="blob">Where its bytes are; durable.</param>
    public static Payload Of(Payload payload, BlobReference blob)
    {
        ArgumentNullException.ThrowIfNull(payload);
        Invariant.That(blob.Length == payload.Data.Length, "a blob is as long as the payload that it holds");
        return new Payload(Encoding, ReadOnlyMemory<byte>.Empty, new PayloadMetadata(
        [
            .. payload.Metadata,
            KeyValuePair.Create(HashMetadata, Text(blob.Id.ToString())),
            KeyValuePair.Create(LengthMetadata, Text(blob.Length.ToString(System.Globalization.CultureInfo.InvariantCulture))),
            KeyValuePair.Create(EncodingMetadata, Text(payload.Encoding)),
        ]));
    }

    /// <summary>The blob that a payload stands for.</summary>
    /// <exception cref="HoldfastException"><see cref="ErrorCodes.InvalidArgument"/> when its metadata does not say.</exception>
    public static BlobReference BlobOf(Payload payload)
    {
        ArgumentNullException.ThrowIfNull(payload);
        return payload.Metadata.TryGet(HashMetadata, out var hash) && BlobId.TryParse(System.Text.Encoding.UTF8.GetString(hash.Span), out var id)
            && payload.Metadata.TryGet(LengthMetadata, out var digits) && Utf8Parser.TryParse(digits.Span, out long length, out var read) && read == digits.Length && length >= 0
            && payload.Metadata.TryGet(EncodingMetadata, out var encoding) && encoding.Length > 0
            ? new BlobReference(id, length)
            : throw new HoldfastException(ErrorCodes.InvalidArgument, $"A payload of encoding '{Encoding}' must say '{HashMetadata}', '{LengthMetadata}' and '{EncodingMetadata}' in its metadata; this one does not.");
    }

    /// <summary>The payload that another stands for.</summary>
    /// <param name="payload">The one that stands for it.</param>
    /// <param name="content">The blob's bytes.</param>
    public static Payload Restore(Payload payload, ReadOnlyMemory<byte> content)
    {
        Invariant.That(content.Length == BlobOf(payload).Length, "a blob is as long as its reference says");
        payload.Metadata.TryGet(EncodingMetadata, out var encoding);
        var own = payload.Metadata.Where(static e => e.Key is not (HashMetadata or LengthMetadata or EncodingMetadata)).ToList();
        return new Payload(System.Text.Encoding.UTF8.GetString(encoding.Span), content, own.Count == 0 ? null : new PayloadMetadata(own));
    }

    private static ReadOnlyMemory<byte> Text(string text) => System.Text.Encoding.UTF8.GetBytes(text);
}

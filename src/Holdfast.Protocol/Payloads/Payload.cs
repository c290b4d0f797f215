namespace Holdfast.Protocol;

/// <summary>A serialised value: bytes and the encoding that made them. Compared by content.</summary>
public sealed class Payload : IEquatable<Payload>
{
    /// <summary>Encoding of a payload that holds no value (a null reference or no result).</summary>
    public const string NullEncoding = "binary/null";

    /// <summary>Encoding of a payload whose bytes are UTF-8 JSON.</summary>
    public const string JsonEncoding = "json/plain";

    /// <summary>Encoding of a payload whose bytes are the value (a byte array).</summary>
    public const string BinaryEncoding = "binary/plain";

    /// <summary>A payload that holds no value.</summary>
    public static readonly Payload Null = new(NullEncoding, ReadOnlyMemory<byte>.Empty);

    /// <summary>Creates a payload. The bytes are not copied and must not change afterwards.</summary>
    public Payload(string encoding, ReadOnlyMemory<byte> data, PayloadMetadata? metadata = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(encoding);
        Encoding = encoding;
        Data = data;
        Metadata = metadata ?? PayloadMetadata.Empty;
    }

    /// <summary>How <see cref="Data"/> was made, for example <see cref="JsonEncoding"/>.</summary>
    public string Encoding { get; }

    /// <summary>The bytes.</summary>
    public ReadOnlyMemory<byte> Data { get; }

    /// <summary>Further metadata by name, without the encoding. Empty for most payloads.</summary>
    public PayloadMetadata Metadata { get; }

    /// <inheritdoc/>
    public bool Equals(Payload? other) =>
        other is not null
        && (ReferenceEquals(this, other)
            || (string.Equals(Encoding, other.Encoding, StringComparison.Ordinal)
                && Data.Span.SequenceEqual(other.Data.Span)
                && Metadata.Equals(other.Metadata)));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Payload);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = new HashCode();
        hash.Add(Encoding, StringComparer.Ordinal);
        hash.AddBytes(Data.Span);
        return hash.ToHashCode();
    }

    /// <summary>JSON as text, anything else as encoding and size.</summary>
    public override string ToString() =>
        string.Equals(Encoding, JsonEncoding, StringComparison.Ordinal)
            ? System.Text.Encoding.UTF8.GetString(Data.Span)
            : $"[{Encoding}, {Data.Length} bytes]";
}

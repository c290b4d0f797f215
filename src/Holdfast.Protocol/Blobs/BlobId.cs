using System.Diagnostics.CodeAnalysis;

namespace Holdfast.Protocol;

/// <summary>Names a blob by its content: the SHA-256 of its bytes, written as 64 lowercase hexadecimal digits.</summary>
public readonly record struct BlobId
{
    /// <summary>Number of bytes of the hash.</summary>
    public const int HashBytes = 32;

    private const int TextLength = HashBytes * 2;

    private readonly string? _text;

    private BlobId(string text) => _text = text;

    /// <summary>The ID of a content.</summary>
    /// <param name="hash">The SHA-256 of the content.</param>
    public static BlobId Of(ReadOnlySpan<byte> hash)
    {
        Invariant.That(hash.Length == HashBytes, "a blob is named by a SHA-256");
        return new(Convert.ToHexStringLower(hash));
    }

    /// <summary>Reads an ID.</summary>
    /// <exception cref="HoldfastException"><see cref="ErrorCodes.InvalidArgument"/> when the text is not one.</exception>
    public static BlobId Parse(string text) =>
        TryParse(text, out var id) ? id : throw new HoldfastException(ErrorCodes.InvalidArgument, $"A blob's ID must be {TextLength} lowercase hexadecimal digits; this one has {text?.Length ?? 0} characters.");

    /// <summary>Reads an ID; false when the text is not one.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out BlobId id)
    {
        var isId = text is { Length: TextLength } && text.All(char.IsAsciiHexDigitLower);
        id = isId ? new BlobId(text!) : default;
        return isId;
    }

    /// <summary>Writes the hash.</summary>
    /// <param name="hash">Has room for <see cref="HashBytes"/> bytes.</param>
    public void CopyTo(Span<byte> hash) => Convert.FromHexString(ToString(), hash[..HashBytes], out _, out _);

    /// <summary>The 64 digits.</summary>
    public override string ToString() => _text ?? new string('0', TextLength);
}

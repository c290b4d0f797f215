using Holdfast.Protocol;

namespace Holdfast;

/// <summary>How a <see cref="CompressionCodec"/> compresses.</summary>
public sealed record CompressionCodecOptions
{
    /// <summary>Default of <see cref="MinimumBytes"/>.</summary>
    public const int DefaultMinimumBytes = 1024;

    /// <summary>Default of <see cref="Quality"/>.</summary>
    public const int DefaultQuality = 4;

    /// <summary>Default of <see cref="MaximumDecodedBytes"/>.</summary>
    public const int DefaultMaximumDecodedBytes = 64 << 20;

    /// <summary>Payloads with fewer bytes are left alone. Default 1,024; zero or more.</summary>
    public int MinimumBytes { get; init; } = DefaultMinimumBytes;

    /// <summary>How hard Brotli tries: 0 is fastest, 11 smallest. Default 4, which suits the workflow's thread.</summary>
    public int Quality { get; init; } = DefaultQuality;

    /// <summary>Largest payload that decoding may give; a larger one is refused (HF3104), since few bytes may stand for endless ones. Default 64 MiB; 1 to 1 GiB.</summary>
    public int MaximumDecodedBytes { get; init; } = DefaultMaximumDecodedBytes;

    internal void Validate()
    {
        Requirement.That(MinimumBytes >= 0, $"CompressionCodecOptions.MinimumBytes is {MinimumBytes}; it must be zero or more.");
        Requirement.That(Quality is >= 0 and <= 11, $"CompressionCodecOptions.Quality is {Quality}; it must be 0 to 11.");
        Requirement.That(MaximumDecodedBytes is >= 1 and <= 1 << 30, $"CompressionCodecOptions.MaximumDecodedBytes is {MaximumDecodedBytes}; it must be 1 to 1 GiB.");
    }
}

using System.Buffers;
using System.IO.Compression;
using Holdfast.Protocol;

namespace Holdfast;

/// <summary>Compresses payloads with Brotli, when they are large enough and shrink.</summary>
/// <remarks>A compressed payload has the encoding <see cref="Encoding"/>, and its bytes are the whole payload as it was. Put it before an <see cref="EncryptionCodec"/>. Threading: safe from any thread.</remarks>
public sealed class CompressionCodec : IPayloadCodec
{
    /// <summary>Encoding of compressed payloads.</summary>
    public const string Encoding = "binary/brotli";

    private const int WindowBits = 22;
    private const int FirstGuessPerByte = 4;
    private const int SmallestBuffer = 4096;

    private readonly CompressionCodecOptions _options;

    /// <summary>Creates a codec.</summary>
    /// <param name="options">How it compresses; null for the defaults.</param>
    /// <exception cref="HoldfastException"><see cref="ErrorCodes.InvalidArgument"/> when an option is out of range.</exception>
    public CompressionCodec(CompressionCodecOptions? options = null)
    {
        _options = options ?? new CompressionCodecOptions();
        _options.Validate();
    }

    /// <inheritdoc/>
    public Payload Encode(Payload payload)
    {
        ArgumentNullException.ThrowIfNull(payload);
        if (payload.Data.Length < _options.MinimumBytes || payload.Data.IsEmpty)
        {
            return payload;
        }

        var size = PayloadEnvelope.SizeOf(payload);
        var envelope = ArrayPool<byte>.Shared.Rent(size);
        var compressed = ArrayPool<byte>.Shared.Rent(payload.Data.Length);
        try
        {
            PayloadEnvelope.Write(payload, envelope.AsSpan(0, size));
            var target = compressed.AsSpan(0, payload.Data.Length);
            return BrotliEncoder.TryCompress(envelope.AsSpan(0, size), target, out var written, _options.Quality, WindowBits) && written < payload.Data.Length
                ? new Payload(Encoding, target[..written].ToArray())
                : payload;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(envelope, clearArray: true);
            ArrayPool<byte>.Shared.Return(compressed);
        }
    }

    /// <inheritdoc/>
    public Payload Decode(Payload payload)
    {
        ArgumentNullException.ThrowIfNull(payload);
        return string.Equals(payload.Encoding, Encoding, StringComparison.Ordinal) ? PayloadEnvelope.Read(Decompress(payload.Data.Span)) : payload;
    }

    private byte[] Decompress(ReadOnlySpan<byte> source)
    {
        using BrotliDecoder decoder = default;
        var buffer = ArrayPool<byte>.Shared.Rent(FirstSize(source.Length));
        var filled = 0;
        try
        {
            while (true)
            {
                var status = decoder.Decompress(source, buffer.AsSpan(filled), out var consumed, out var written);
                source = source[consumed..];
                filled += written;
                RequireBelowLimit(filled);
                switch (status)
                {
                    case OperationStatus.Done:
                        return buffer.AsSpan(0, filled).ToArray();
                    case OperationStatus.DestinationTooSmall:
                        buffer = Grow(buffer, filled);
                        break;
                    default:
                        throw new HoldfastException(ErrorCodes.PayloadCodecFailed, "A compressed payload is damaged: its bytes are not Brotli, or they are cut off.");
                }
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer, clearArray: true);
        }
    }

    private int FirstSize(int compressedBytes) => (int)Math.Clamp((long)compressedBytes * FirstGuessPerByte, SmallestBuffer, Math.Max(SmallestBuffer, (long)_options.MaximumDecodedBytes));

    private static byte[] Grow(byte[] buffer, int filled)
    {
        var larger = ArrayPool<byte>.Shared.Rent(buffer.Length * 2);
        buffer.AsSpan(0, filled).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(buffer, clearArray: true);
        return larger;
    }

    private void RequireBelowLimit(int bytes)
    {
        if (bytes > _options.MaximumDecodedBytes)
        {
            throw new HoldfastException(ErrorCodes.PayloadExpandsTooFar, $"A compressed payload stands for more than {_options.MaximumDecodedBytes} bytes, the most that CompressionCodecOptions.MaximumDecodedBytes allows.");
        }
    }
}

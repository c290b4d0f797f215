using System.Buffers.Binary;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Holdfast.Protocol;

namespace Holdfast.Control;

/// <summary>A message is its length (four bytes, little-endian) and that much JSON.</summary>
internal static class MessageFraming
{
    private const int LengthBytes = sizeof(int);
    private const int FirstPieceBytes = 64 * 1024;

    public static async Task WriteAsync<T>(Stream stream, T message, JsonTypeInfo<T> type, CancellationToken cancellationToken)
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(message, type);
        RequireLength(json.Length);
        var length = new byte[LengthBytes];
        BinaryPrimitives.WriteInt32LittleEndian(length, json.Length);
        await stream.WriteAsync(length, cancellationToken);
        await stream.WriteAsync(json, cancellationToken);
        await stream.FlushAsync(cancellationToken);
    }

    /// <summary>Reads a message.</summary>
    /// <exception cref="EndOfStreamException">The other side hung up.</exception>
    /// <exception cref="HoldfastException"><see cref="ErrorCodes.LimitExceeded"/> or <see cref="ErrorCodes.CorruptData"/>.</exception>
    public static async Task<T> ReadAsync<T>(Stream stream, JsonTypeInfo<T> type, CancellationToken cancellationToken)
    {
        var lengthBytes = new byte[LengthBytes];
        await stream.ReadExactlyAsync(lengthBytes, cancellationToken);
        var length = BinaryPrimitives.ReadInt32LittleEndian(lengthBytes);
        RequireLength(length);
        var json = await ReadAsync(stream, length, cancellationToken);
        try
        {
            return JsonSerializer.Deserialize(json, type) ?? throw new HoldfastException(ErrorCodes.CorruptData, "A message on the control socket is null.");
        }
        catch (JsonException exception)
        {
            throw new HoldfastException(ErrorCodes.CorruptData, $"A message on the control socket cannot be read: {exception.Message} Use the command line of the same version as the host.", exception);
        }
    }

    /// <summary>Takes memory as the bytes come: whoever only claims a length gets none.</summary>
    private static async Task<byte[]> ReadAsync(Stream stream, int length, CancellationToken cancellationToken)
    {
        var bytes = new byte[Math.Min(length, FirstPieceBytes)];
        for (var read = 0; ;)
        {
            await stream.ReadExactlyAsync(bytes.AsMemory(read), cancellationToken);
            if (bytes.Length == length)
            {
                return bytes;
            }

            read = bytes.Length;
            Array.Resize(ref bytes, (int)Math.Min(length, 2L * read));
        }
    }

    private static void RequireLength(int length)
    {
        if (length is < 0 or > ControlSocket.MaximumMessageBytes)
        {
            throw new HoldfastException(ErrorCodes.LimitExceeded, $"A message on the control socket would have {length} bytes; the limit is {ControlSocket.MaximumMessageBytes}. Ask for less, for example without the history.");
        }
    }
}

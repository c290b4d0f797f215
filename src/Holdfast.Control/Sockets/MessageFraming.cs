using System.Buffers.Binary;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Holdfast.Protocol;

namespace Holdfast.Control;

/// <summary>A message is its length (four bytes, little-endian) and that much JSON.</summary>
internal static class MessageFraming
{
    private const int LengthBytes = sizeof(int);

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
        var json = new byte[length];
        await stream.ReadExactlyAsync(json, cancellationToken);
        try
        {
            return JsonSerializer.Deserialize(json, type) ?? throw new HoldfastException(ErrorCodes.CorruptData, "A message on the control socket is null.");
        }
        catch (JsonException exception)
        {
            throw new HoldfastException(ErrorCodes.CorruptData, $"A message on the control socket cannot be read: {exception.Message} Use the command line of the same version as the host.", exception);
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

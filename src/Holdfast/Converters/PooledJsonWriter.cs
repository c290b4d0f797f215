using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Holdfast;

/// <summary>A JSON writer and its buffer, one kept per thread, so that serialising allocates the payload's bytes and nothing else.</summary>
internal sealed class PooledJsonWriter : IDisposable
{
    private const int InitialBytes = 1024;
    private const int LargestKeptBytes = 64 * 1024;

    [ThreadStatic]
    private static PooledJsonWriter? _kept;

    private readonly ArrayBufferWriter<byte> _buffer = new(InitialBytes);

    private PooledJsonWriter() => Writer = new Utf8JsonWriter(_buffer, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true });

    public Utf8JsonWriter Writer { get; }

    /// <summary>Takes the thread's writer, or a new one when a converter of the user serialises within a serialisation.</summary>
    public static PooledJsonWriter Rent()
    {
        var writer = _kept ?? new PooledJsonWriter();
        _kept = null;
        return writer;
    }

    public static void Return(PooledJsonWriter writer)
    {
        if (writer._buffer.Capacity > LargestKeptBytes)
        {
            writer.Dispose();
            return;
        }

        writer._buffer.ResetWrittenCount();
        writer.Writer.Reset();
        _kept = writer;
    }

    public byte[] ToArray()
    {
        Writer.Flush();
        return _buffer.WrittenSpan.ToArray();
    }

    public void Dispose() => Writer.Dispose();
}

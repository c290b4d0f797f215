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
    private static PooledJsonWriter? kept;

    private readonly ArrayBufferWriter<byte> buffer = new(InitialBytes);

    private PooledJsonWriter() => Writer = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true });

    public Utf8JsonWriter Writer { get; }

    /// <summary>Takes the thread's writer, or a new one when a converter of the user serialises within a serialisation.</summary>
    public static PooledJsonWriter Rent()
    {
        var writer = kept ?? new PooledJsonWriter();
        kept = null;
        return writer;
    }

    public static void Return(PooledJsonWriter writer)
    {
        if (writer.buffer.Capacity > LargestKeptBytes)
        {
            writer.Dispose();
            return;
        }

        writer.buffer.ResetWrittenCount();
        writer.Writer.Reset();
        kept = writer;
    }

    public byte[] ToArray()
    {
        Writer.Flush();
        return buffer.WrittenSpan.ToArray();
    }

    public void Dispose() => Writer.Dispose();
}

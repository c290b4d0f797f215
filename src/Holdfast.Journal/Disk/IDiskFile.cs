namespace Holdfast.Journaling;

/// <summary>An open file.</summary>
/// <remarks>
/// <para>Durability: written bytes are durable once a later <see cref="Flush()"/> has returned. Until then a crash may
/// keep any of them and lose any others, in any order, in units of a sector (512 bytes): a sector holds either an
/// earlier content or a later one, never a mixture.</para>
/// <para>Failure: after a failed <see cref="Flush()"/> the bytes it was to make durable may be lost for ever although
/// reading still shows them and although a further flush would succeed. Only writing them again mends that.</para>
/// <para>Threading: one thread writes and flushes at a time; reading is allowed at any time.</para>
/// <para>Buffers belong to the caller, and are the implementation's only until the call returns.</para>
/// </remarks>
public interface IDiskFile : IDisposable
{
    /// <summary>The file's length in bytes.</summary>
    long Length { get; }

    /// <summary>When the file was written last, or what <see cref="Flush(DateTimeOffset)"/> said instead.</summary>
    DateTimeOffset Time { get; }

    /// <summary>Reads until the buffer is full or the file ends.</summary>
    /// <returns>How many bytes were read.</returns>
    int Read(Span<byte> buffer, long offset);

    /// <summary>Writes all bytes, extending the file when they reach beyond its end.</summary>
    void Write(ReadOnlySpan<byte> bytes, long offset);

    /// <summary>Writes all buffers one after the other, starting at the offset.</summary>
    void Write(IReadOnlyList<ReadOnlyMemory<byte>> buffers, long offset);

    /// <summary>Makes everything written so far durable, and the length with it.</summary>
    void Flush();

    /// <summary>As <see cref="Flush()"/>, and gives the file a time, which is durable with it. A failed call leaves the old time or the new one.</summary>
    /// <param name="time">The file's <see cref="Time"/> from now on, to the second at least.</param>
    void Flush(DateTimeOffset time);
}

namespace Holdfast.Journaling;

/// <summary>A handle on a file of a <see cref="MemoryDisk"/>; a crash of the disk invalidates it.</summary>
internal sealed class MemoryDiskFile(MemoryDisk disk, MemoryFileContent content, int life) : IDiskFile
{
    public long Length => disk.LengthOf(content, life);

    public DateTimeOffset Time => disk.TimeOf(content, life);

    public int Read(Span<byte> buffer, long offset) => disk.Read(content, life, buffer, offset);

    public void Write(ReadOnlySpan<byte> bytes, long offset) => disk.Write(content, life, bytes, offset);

    public void Write(IReadOnlyList<ReadOnlyMemory<byte>> buffers, long offset)
    {
        byte[] gathered = new byte[buffers.Sum(buffer => buffer.Length)];
        int position = 0;
        foreach (ReadOnlyMemory<byte> buffer in buffers)
        {
            buffer.Span.CopyTo(gathered.AsSpan(position));
            position += buffer.Length;
        }

        disk.Write(content, life, gathered, offset);
    }

    public void Flush() => disk.Flush(content, life);

    public void Flush(DateTimeOffset time) => disk.Flush(content, life, time);

    public void Dispose()
    {
        // Nothing is held outside the disk.
    }
}

using Microsoft.Win32.SafeHandles;

namespace Holdfast.Journaling;

/// <summary>A file of the machine's file system.</summary>
internal sealed class FileDiskFile(string path, FileMode mode) : IDiskFile
{
    private readonly SafeFileHandle _handle = File.OpenHandle(path, mode, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete);

    public long Length => RandomAccess.GetLength(_handle);

    public DateTimeOffset Time => new(File.GetLastWriteTimeUtc(_handle), TimeSpan.Zero);

    public int Read(Span<byte> buffer, long offset)
    {
        int total = 0;
        while (total < buffer.Length)
        {
            int read = RandomAccess.Read(_handle, buffer[total..], offset + total);
            if (read == 0)
            {
                break;
            }

            total += read;
        }

        return total;
    }

    public void Write(ReadOnlySpan<byte> bytes, long offset) => RandomAccess.Write(_handle, bytes, offset);

    public void Write(IReadOnlyList<ReadOnlyMemory<byte>> buffers, long offset)
    {
        if (buffers.Count == 1)
        {
            RandomAccess.Write(_handle, buffers[0].Span, offset);
        }
        else
        {
            RandomAccess.Write(_handle, buffers, offset);
        }
    }

    public void Flush() => NativeFlush.Data(_handle);

    public void Flush(DateTimeOffset time)
    {
        File.SetLastWriteTimeUtc(_handle, time.UtcDateTime);
        RandomAccess.FlushToDisk(_handle); // fsync: the data alone would leave the time behind
    }

    public void Dispose() => _handle.Dispose();
}

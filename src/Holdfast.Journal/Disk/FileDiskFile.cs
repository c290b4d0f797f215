using Microsoft.Win32.SafeHandles;

namespace Holdfast.Journaling;

/// <summary>A file of the machine's file system.</summary>
internal sealed class FileDiskFile(SafeFileHandle handle) : IDiskFile
{
    public long Length => RandomAccess.GetLength(handle);

    public int Read(Span<byte> buffer, long offset)
    {
        int total = 0;
        while (total < buffer.Length)
        {
            int read = RandomAccess.Read(handle, buffer[total..], offset + total);
            if (read == 0)
            {
                break;
            }

            total += read;
        }

        return total;
    }

    public void Write(ReadOnlySpan<byte> bytes, long offset) => RandomAccess.Write(handle, bytes, offset);

    public void Write(IReadOnlyList<ReadOnlyMemory<byte>> buffers, long offset)
    {
        if (buffers.Count == 1)
        {
            RandomAccess.Write(handle, buffers[0].Span, offset);
        }
        else
        {
            RandomAccess.Write(handle, buffers, offset);
        }
    }

    public void Flush() => NativeFlush.Data(handle);

    public void Dispose() => handle.Dispose();
}

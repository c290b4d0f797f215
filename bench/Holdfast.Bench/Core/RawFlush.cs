using System.Diagnostics;
using Holdfast.Journaling;

namespace Holdfast.Bench;

/// <summary>Measures what the disk itself takes for one small write and flush, the way the journal does it: over blocks that are allocated already.</summary>
internal sealed class RawFlush : IDisposable
{
    private const int FileBytes = 16 << 20;
    private const int WriteBytes = 1024;
    private readonly IDiskFile _file;
    private readonly byte[] _bytes = new byte[WriteBytes];
    private long _offset;

    public RawFlush(string folder)
    {
        Directory.CreateDirectory(folder);
        FileDisk disk = new(folder);
        const string Name = "raw-flush";
        if (disk.List().Contains(Name, StringComparer.Ordinal))
        {
            disk.Delete(Name);
        }

        _file = disk.Create(Name);
        _file.Write(new byte[FileBytes], 0);
        _file.Flush();
        disk.FlushDirectory();
    }

    /// <summary>One write and flush, in microseconds.</summary>
    public double MeasureMicroseconds()
    {
        Random.Shared.NextBytes(_bytes);
        var started = Stopwatch.GetTimestamp();
        _file.Write(_bytes, _offset);
        _file.Flush();
        _offset = (_offset + WriteBytes) % (FileBytes - WriteBytes);
        return Stopwatch.GetElapsedTime(started).TotalMicroseconds;
    }

    public void Dispose() => _file.Dispose();
}

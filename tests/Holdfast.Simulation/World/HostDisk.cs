using Holdfast.Journaling;

namespace Holdfast.Simulation;

/// <summary>
/// The disk of a folder as one process reaches it from its host: a network volume. What one host writes the others read at once. The lock is the volume's, and the volume
/// may take it away without the holder's noticing, as network file systems do when a host is silent for too long.
/// </summary>
/// <param name="volume">The volume.</param>
/// <param name="machine">The host.</param>
/// <param name="plaintext">Looks through what is written; null when nothing is hidden.</param>
internal sealed class HostDisk(MemoryDisk volume, string machine, PlaintextWatch? plaintext = null) : IDisk
{
    /// <summary>What a process is told that has ended, by whatever it still does to the disk.</summary>
    public const string Ended = "The process has ended, as ordered.";


    private IDisposable? _lock;
    private int _changesUntilEnd = -1;
    private bool _isDetached;

    public string Description => "volume";

    public string Machine => machine;

    /// <summary>Whether the process holds the lock.</summary>
    public bool HoldsLock => _lock is not null;

    /// <summary>The process ends before a change of the disk: nothing of it reaches the volume from then on.</summary>
    /// <param name="changes">How many changes it makes before; zero: none.</param>
    public void EndAfter(int changes) => _changesUntilEnd = changes;

    /// <summary>It does not end after all, if it has not yet.</summary>
    public void KeepAlive() => _changesUntilEnd = -1;

    /// <summary>The process has ended: nothing of it reaches the volume any more.</summary>
    public void Detach()
    {
        _isDetached = true;
        LoseLock();
    }

    /// <summary>The volume takes the lock away; its holder does not notice.</summary>
    public void LoseLock()
    {
        _lock?.Dispose();
        _lock = null;
    }

    public IReadOnlyList<string> List() => Volume().List();

    public IDiskFile Open(string name) => new HostFile(this, Volume().Open(name));

    public IDiskFile Create(string name) => new HostFile(this, Changed().Create(name));

    public void Rename(string from, string to) => Changed().Rename(from, to);

    public void Replace(string from, string to) => Changed().Replace(from, to);

    public void Delete(string name) => Changed().Delete(name);

    public void FlushDirectory() => Changed().FlushDirectory();

    public IDisposable Lock()
    {
        _lock = Volume().Lock();
        return new Unlocking(this);
    }

    private void Look(ReadOnlySpan<byte> written) => plaintext?.Look(written, $"what {machine} wrote");

    private MemoryDisk Volume() => _isDetached ? throw new IOException(Ended) : volume;

    /// <summary>The volume, about to be changed.</summary>
    private MemoryDisk Changed()
    {
        if (_changesUntilEnd == 0)
        {
            Detach();
        }

        _changesUntilEnd -= _changesUntilEnd > 0 ? 1 : 0;
        return Volume();
    }

    private sealed class Unlocking(HostDisk disk) : IDisposable
    {
        public void Dispose() => disk.LoseLock();
    }

    private sealed class HostFile(HostDisk disk, IDiskFile file) : IDiskFile
    {
        public long Length => File().Length;

        public DateTimeOffset Time => File().Time;

        public int Read(Span<byte> buffer, long offset) => File().Read(buffer, offset);

        public void Write(ReadOnlySpan<byte> bytes, long offset)
        {
            disk.Look(bytes);
            Changed().Write(bytes, offset);
        }

        public void Write(IReadOnlyList<ReadOnlyMemory<byte>> buffers, long offset)
        {
            foreach (var buffer in buffers)
            {
                disk.Look(buffer.Span);
            }

            Changed().Write(buffers, offset);
        }

        public void Flush() => Changed().Flush();

        public void Flush(DateTimeOffset time) => Changed().Flush(time);

        public void Dispose() => file.Dispose();

        private IDiskFile File()
        {
            _ = disk.Volume();
            return file;
        }

        private IDiskFile Changed()
        {
            _ = disk.Changed();
            return file;
        }
    }
}

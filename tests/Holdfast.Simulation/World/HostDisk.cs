using Holdfast.Journaling;

namespace Holdfast.Simulation;

/// <summary>
/// The disk of a folder as one process reaches it from its host: a network volume. What one host writes the others read at once. The lock is the volume's, and the volume
/// may take it away without the holder's noticing, as network file systems do when a host is silent for too long.
/// </summary>
internal sealed class HostDisk(MemoryDisk volume, string machine) : IDisk
{
    private IDisposable? _lock;
    private bool _isDetached;

    public string Description => "volume";

    public string Machine => machine;

    /// <summary>Whether the process holds the lock.</summary>
    public bool HoldsLock => _lock is not null;

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

    public IDiskFile Create(string name) => new HostFile(this, Volume().Create(name));

    public void Rename(string from, string to) => Volume().Rename(from, to);

    public void Delete(string name) => Volume().Delete(name);

    public void FlushDirectory() => Volume().FlushDirectory();

    public IDisposable Lock()
    {
        _lock = Volume().Lock();
        return new Unlocking(this);
    }

    private MemoryDisk Volume() => _isDetached ? throw new IOException("The process has ended.") : volume;

    private sealed class Unlocking(HostDisk disk) : IDisposable
    {
        public void Dispose() => disk.LoseLock();
    }

    private sealed class HostFile(HostDisk disk, IDiskFile file) : IDiskFile
    {
        public long Length => File().Length;

        public DateTimeOffset Time => File().Time;

        public int Read(Span<byte> buffer, long offset) => File().Read(buffer, offset);

        public void Write(ReadOnlySpan<byte> bytes, long offset) => File().Write(bytes, offset);

        public void Write(IReadOnlyList<ReadOnlyMemory<byte>> buffers, long offset) => File().Write(buffers, offset);

        public void Flush() => File().Flush();

        public void Flush(DateTimeOffset time) => File().Flush(time);

        public void Dispose() => file.Dispose();

        private IDiskFile File() => disk._isDetached ? throw new IOException("The process has ended.") : file;
    }
}

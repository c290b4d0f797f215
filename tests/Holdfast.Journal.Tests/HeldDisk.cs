namespace Holdfast.Journaling.Tests;

/// <summary>A disk as a process reaches it that is stopped before its first flush of a file, and then goes on.</summary>
internal sealed class HeldDisk(MemoryDisk disk) : IDisk
{
    /// <summary>What others do meanwhile.</summary>
    public Action? BeforeFlush { get; set; }

    public string Description => disk.Description;

    public IReadOnlyList<string> List() => disk.List();

    public IDiskFile Open(string name) => disk.Open(name);

    public IDiskFile Create(string name) => new HeldFile(this, disk.Create(name));

    public void Rename(string from, string to) => disk.Rename(from, to);

    public void Replace(string from, string to) => disk.Replace(from, to);

    public void Delete(string name) => disk.Delete(name);

    public void FlushDirectory() => disk.FlushDirectory();

    public IDisposable Lock() => disk.Lock();

    private sealed class HeldFile(HeldDisk held, IDiskFile file) : IDiskFile
    {
        public long Length => file.Length;

        public DateTimeOffset Time => file.Time;

        public int Read(Span<byte> buffer, long offset) => file.Read(buffer, offset);

        public void Write(ReadOnlySpan<byte> bytes, long offset) => file.Write(bytes, offset);

        public void Write(IReadOnlyList<ReadOnlyMemory<byte>> buffers, long offset) => file.Write(buffers, offset);

        public void Flush()
        {
            var meanwhile = held.BeforeFlush;
            held.BeforeFlush = null;
            meanwhile?.Invoke();
            file.Flush();
        }

        public void Flush(DateTimeOffset time) => file.Flush(time);

        public void Dispose() => file.Dispose();
    }
}

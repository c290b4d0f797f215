using System.Globalization;

namespace Holdfast.Journaling;

/// <summary>
/// A disk in memory for tests, simulations and the time-skipping test environment. It behaves as <see cref="IDisk"/>
/// and <see cref="IDiskFile"/> allow a disk to behave at its worst, and always the same for the same seed.
/// </summary>
/// <remarks>
/// Until a flush it keeps each write; <see cref="Crash"/> then leaves every sector with any one of its contents since
/// the last flush, and undoes directory operations that were not flushed, latest first. After a failed flush, what
/// was to be flushed can be read but is lost at the next crash.
/// </remarks>
public sealed class MemoryDisk : IDisk
{
    /// <summary>The unit that is written whole or not at all: 512 bytes.</summary>
    public const int SectorBytes = 512;

    private readonly Lock _gate = new();
    private readonly List<DirectoryChange> _unflushedChanges = [];
    private SortedDictionary<string, MemoryFileContent> _durable = new(StringComparer.Ordinal);
    private SortedDictionary<string, MemoryFileContent> _visible = new(StringComparer.Ordinal);
    private SeededDraw _faults = new(0);
    private object? _lockHolder;
    private int _life;
    private int _writesUntilFailure = -1;
    private int _flushesUntilFailure = -1;

    /// <inheritdoc/>
    public string Description => "memory";

    /// <summary>How many bytes all files may have together; a write beyond that fails. Default: no limit.</summary>
    public long CapacityBytes { get; set; } = long.MaxValue;

    /// <summary>How many flushes of files and of the directory have succeeded.</summary>
    public long FlushCount { get; private set; }

    /// <summary>How many writes have succeeded.</summary>
    public long WriteCount { get; private set; }

    /// <summary>A disk of the same state, durable and not, with no handle open and no fault ordered.</summary>
    public MemoryDisk Copy()
    {
        lock (_gate)
        {
            MemoryDisk copy = new() { CapacityBytes = CapacityBytes };
            Dictionary<MemoryFileContent, MemoryFileContent> copies = [];
            MemoryFileContent Of(MemoryFileContent content) =>
                copies.TryGetValue(content, out MemoryFileContent? known) ? known : copies[content] = content.Copy();
            foreach ((string name, MemoryFileContent content) in _durable)
            {
                copy._durable[name] = Of(content);
            }

            foreach ((string name, MemoryFileContent content) in _visible)
            {
                copy._visible[name] = Of(content);
            }

            copy._unflushedChanges.AddRange(_unflushedChanges.Select(change => change with { Content = change.Content is null ? null : Of(change.Content) }));
            return copy;
        }
    }

    /// <summary>The power fails: every handle becomes invalid, the lock is given up, and what was not flushed is lost in part.</summary>
    /// <param name="seed">Chooses the part.</param>
    public void Crash(ulong seed)
    {
        lock (_gate)
        {
            SeededDraw draw = new(seed);
            foreach (DirectoryChange change in _unflushedChanges.Where(_ => draw.Below(2) == 0))
            {
                change.ApplyTo(_durable);
            }

            foreach (MemoryFileContent content in _durable.Values)
            {
                content.Crash(draw);
            }

            _visible = new SortedDictionary<string, MemoryFileContent>(_durable, StringComparer.Ordinal);
            _unflushedChanges.Clear();
            EndLife();
        }
    }

    /// <summary>The process ends but the machine goes on: every handle becomes invalid, the lock is given up, nothing is lost.</summary>
    public void EndProcess()
    {
        lock (_gate)
        {
            EndLife();
        }
    }

    /// <summary>Makes a flush fail.</summary>
    /// <param name="after">How many flushes succeed before it; zero: the next one fails.</param>
    /// <param name="seed">Chooses which of the sectors that were to be flushed reach the disk all the same.</param>
    public void FailFlush(int after, ulong seed)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(after);
        lock (_gate)
        {
            _flushesUntilFailure = after;
            _faults = new SeededDraw(seed);
        }
    }

    /// <summary>Makes a write fail half-way.</summary>
    /// <param name="after">How many writes succeed before it; zero: the next one fails.</param>
    public void FailWrite(int after)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(after);
        lock (_gate)
        {
            _writesUntilFailure = after;
        }
    }

    /// <summary>Flips bits of a stored byte, as decay would.</summary>
    /// <param name="name">The file.</param>
    /// <param name="offset">The byte.</param>
    /// <param name="mask">The bits to flip.</param>
    public void Flip(string name, int offset, byte mask)
    {
        lock (_gate)
        {
            Find(name).Flip(offset, mask);
        }
    }

    /// <summary>Cuts a file off, or extends it with zeros, durably.</summary>
    public void SetLength(string name, int length)
    {
        lock (_gate)
        {
            Find(name).SetLength(length);
        }
    }

    /// <summary>What a file now holds.</summary>
    public byte[] ReadAll(string name)
    {
        lock (_gate)
        {
            MemoryFileContent content = Find(name);
            byte[] bytes = new byte[content.Length];
            content.Read(bytes, 0);
            return bytes;
        }
    }

    /// <inheritdoc/>
    public IReadOnlyList<string> List()
    {
        lock (_gate)
        {
            return [.. _visible.Keys];
        }
    }

    /// <inheritdoc/>
    public IDiskFile Open(string name)
    {
        lock (_gate)
        {
            return new MemoryDiskFile(this, Find(name), _life);
        }
    }

    /// <inheritdoc/>
    public IDiskFile Create(string name)
    {
        lock (_gate)
        {
            ThrowIfTaken(name);
            MemoryFileContent content = new();
            Change(new DirectoryChange(Removed: null, name, content));
            return new MemoryDiskFile(this, content, _life);
        }
    }

    /// <inheritdoc/>
    public void Rename(string from, string to)
    {
        lock (_gate)
        {
            MemoryFileContent content = Find(from);
            ThrowIfTaken(to);
            Change(new DirectoryChange(from, to, content));
        }
    }

    /// <inheritdoc/>
    public void Replace(string from, string to)
    {
        lock (_gate)
        {
            Change(new DirectoryChange(from, to, Find(from)));
        }
    }

    /// <inheritdoc/>
    public void Delete(string name)
    {
        lock (_gate)
        {
            _ = Find(name);
            Change(new DirectoryChange(name, Added: null, Content: null));
        }
    }

    /// <inheritdoc/>
    public void FlushDirectory()
    {
        lock (_gate)
        {
            if (IsDue(ref _flushesUntilFailure))
            {
                throw new IOException("The directory flush failed, as ordered.");
            }

            foreach (DirectoryChange change in _unflushedChanges)
            {
                change.ApplyTo(_durable);
            }

            _unflushedChanges.Clear();
            FlushCount++;
        }
    }

    /// <inheritdoc/>
    public IDisposable Lock()
    {
        lock (_gate)
        {
            if (_lockHolder is not null)
            {
                throw JournalException.FolderLocked(Description, Environment.ProcessId.ToString(CultureInfo.InvariantCulture));
            }

            MemoryDiskLock holder = new(this);
            _lockHolder = holder;
            return holder;
        }
    }

    internal void Unlock(MemoryDiskLock holder)
    {
        lock (_gate)
        {
            if (ReferenceEquals(_lockHolder, holder))
            {
                _lockHolder = null;
            }
        }
    }

    internal long LengthOf(MemoryFileContent content, int life)
    {
        lock (_gate)
        {
            ThrowIfEnded(life);
            return content.Length;
        }
    }

    internal DateTimeOffset TimeOf(MemoryFileContent content, int life)
    {
        lock (_gate)
        {
            ThrowIfEnded(life);
            return content.Time;
        }
    }

    internal int Read(MemoryFileContent content, int life, Span<byte> buffer, long offset)
    {
        lock (_gate)
        {
            ThrowIfEnded(life);
            return content.Read(buffer, offset);
        }
    }

    internal void Write(MemoryFileContent content, int life, ReadOnlySpan<byte> bytes, long offset)
    {
        lock (_gate)
        {
            ThrowIfEnded(life);
            if (IsDue(ref _writesUntilFailure))
            {
                content.Write(bytes[..(bytes.Length / 2)], (int)offset);
                throw new IOException("The write failed half-way, as ordered.");
            }

            long growth = Math.Max(0, offset + bytes.Length - content.Length);
            if (growth > 0 && growth > CapacityBytes - _visible.Values.Sum(file => (long)file.Length))
            {
                throw new IOException("No space is left on the memory disk.");
            }

            content.Write(bytes, (int)offset);
            WriteCount++;
        }
    }

    internal void Flush(MemoryFileContent content, int life, DateTimeOffset? time = null)
    {
        lock (_gate)
        {
            ThrowIfEnded(life);
            if (IsDue(ref _flushesUntilFailure))
            {
                content.FailFlush(_faults);
                throw new IOException("The flush failed, as ordered.");
            }

            content.Flush();
            content.Time = time ?? content.Time;
            FlushCount++;
        }
    }

    private static bool IsDue(ref int remaining)
    {
        if (remaining < 0)
        {
            return false;
        }

        return remaining-- == 0;
    }

    private void Change(DirectoryChange change)
    {
        change.ApplyTo(_visible);
        _unflushedChanges.Add(change);
    }

    private MemoryFileContent Find(string name) => _visible.TryGetValue(name, out MemoryFileContent? content)
        ? content
        : throw new FileNotFoundException("The memory disk has no such file.", name);

    private void ThrowIfTaken(string name)
    {
        if (_visible.ContainsKey(name))
        {
            throw new IOException($"The name '{name}' is taken.");
        }
    }

    private void ThrowIfEnded(int life)
    {
        if (life != _life)
        {
            throw new IOException("The handle was lost in a crash.");
        }
    }

    private void EndLife()
    {
        _life++;
        _lockHolder = null;
        _writesUntilFailure = -1;
        _flushesUntilFailure = -1;
    }
}

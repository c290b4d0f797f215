namespace Holdfast.Journaling;

/// <summary>
/// The content of a file of <see cref="MemoryDisk"/>, twice: as programs read it, and as a crash would leave it; and
/// the writes between the two.
/// </summary>
internal sealed class MemoryFileContent
{
    private readonly List<(int Offset, byte[] Bytes)> _unflushed = [];
    private byte[] _durable = [];
    private byte[] _visible = [];

    public int Length => _visible.Length;

    /// <summary>The time that a flush gave the file; a memory disk has no clock of its own.</summary>
    public DateTimeOffset Time { get; set; } = DateTimeOffset.UnixEpoch;

    public MemoryFileContent Copy()
    {
        MemoryFileContent copy = new() { _durable = [.. _durable], _visible = [.. _visible], Time = Time };
        copy._unflushed.AddRange(_unflushed);
        return copy;
    }

    public int Read(Span<byte> buffer, long offset)
    {
        if (offset >= _visible.Length)
        {
            return 0;
        }

        int count = (int)Math.Min(buffer.Length, _visible.Length - offset);
        _visible.AsSpan((int)offset, count).CopyTo(buffer);
        return count;
    }

    public void Write(ReadOnlySpan<byte> bytes, int offset)
    {
        _visible = Apply(_visible, bytes, offset);
        _unflushed.Add((offset, bytes.ToArray()));
    }

    public void Flush()
    {
        foreach ((int offset, byte[] bytes) in _unflushed)
        {
            _durable = Apply(_durable, bytes, offset);
        }

        _unflushed.Clear();
    }

    /// <summary>
    /// What a failed flush leaves: some sectors reach the disk, the rest are forgotten although programs still read
    /// them, and no later flush brings them back.
    /// </summary>
    public void FailFlush(SeededDraw draw)
    {
        KeepSomeSectors(draw);
        _unflushed.Clear();
    }

    /// <summary>What a crash leaves: of every sector that was written since the flush, one of its contents.</summary>
    public void Crash(SeededDraw draw)
    {
        KeepSomeSectors(draw);
        _unflushed.Clear();
        _visible = [.. _durable];
    }

    public void Flip(int offset, byte mask)
    {
        _visible[offset] ^= mask;
        if (offset < _durable.Length)
        {
            _durable[offset] ^= mask;
        }
    }

    public void SetLength(int length)
    {
        Array.Resize(ref _visible, length);
        Array.Resize(ref _durable, length);
    }

    private static byte[] Apply(byte[] content, ReadOnlySpan<byte> bytes, int offset)
    {
        byte[] result = content;
        if (offset + bytes.Length > content.Length)
        {
            Array.Resize(ref result, offset + bytes.Length);
        }

        bytes.CopyTo(result.AsSpan(offset));
        return result;
    }

    /// <summary>
    /// Each sector lies on the disk as it was after any one of the writes to it, or before all of them: a stop is drawn
    /// per sector, and the writes before it are applied.
    /// </summary>
    private void KeepSomeSectors(SeededDraw draw)
    {
        Dictionary<int, int> writesPerSector = [];
        foreach ((int offset, byte[] bytes) in _unflushed)
        {
            foreach (int sector in SectorsOf(offset, bytes.Length))
            {
                writesPerSector[sector] = writesPerSector.GetValueOrDefault(sector) + 1;
            }
        }

        Dictionary<int, int> kept = writesPerSector.OrderBy(pair => pair.Key).ToDictionary(pair => pair.Key, pair => draw.Below(pair.Value + 1));
        foreach ((int offset, byte[] bytes) in _unflushed)
        {
            foreach (int sector in SectorsOf(offset, bytes.Length))
            {
                if (kept[sector]-- > 0)
                {
                    ApplySector(sector, offset, bytes);
                }
            }
        }
    }

    private void ApplySector(int sector, int offset, byte[] bytes)
    {
        int start = Math.Max(offset, sector * MemoryDisk.SectorBytes);
        int end = Math.Min(offset + bytes.Length, (sector + 1) * MemoryDisk.SectorBytes);
        _durable = Apply(_durable, bytes.AsSpan(start - offset, end - start), start);
    }

    private static IEnumerable<int> SectorsOf(int offset, int length)
    {
        int first = offset / MemoryDisk.SectorBytes;
        int last = (offset + length - 1) / MemoryDisk.SectorBytes;
        return length == 0 ? [] : Enumerable.Range(first, last - first + 1);
    }
}

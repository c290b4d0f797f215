using Holdfast.Journaling.Format;

namespace Holdfast.Journaling.Segments;

/// <summary>Files of full size whose blocks are allocated, so that appending to them changes no metadata.</summary>
internal sealed class SpareSegments(IDisk disk, int segmentBytes, int maxSpares, long line, IEnumerable<string> found)
{
    private const int ZeroChunkBytes = 1 << 20;

    private readonly Lock _gate = new();
    private readonly Queue<string> _ready = new(found);

    /// <summary>Spares that were taken and whose files still have their names.</summary>
    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);

    // Its file takes the name before it stands in the queue, and by then the log may have come past that number.
    private string? _preparing;

    public bool IsEmpty
    {
        get
        {
            lock (_gate)
            {
                return _ready.Count == 0;
            }
        }
    }

    /// <summary>Prepares a spare. The caller sees to it that none is taken or prepared at the same time.</summary>
    public void PrepareOne(long number)
    {
        lock (_gate)
        {
            _preparing = SegmentName.Spare(number, line);
        }

        string? spare = null;
        try
        {
            spare = Prepare(number);
        }
        finally
        {
            lock (_gate)
            {
                _preparing = null;
                if (spare is not null)
                {
                    _ready.Enqueue(spare);
                }
            }
        }
    }

    /// <summary>Takes a spare, preparing it when there is none. Its name is not given to another until <see cref="Renamed"/>.</summary>
    public string Take(long number)
    {
        lock (_gate)
        {
            if (_ready.TryDequeue(out string? name))
            {
                _taken.Add(name);
                return name;
            }
        }

        return Prepare(number);
    }

    /// <summary>A spare that was taken has become a segment: its name is free.</summary>
    public void Renamed(string spare)
    {
        lock (_gate)
        {
            _taken.Remove(spare);
        }
    }

    /// <summary>Takes a segment out of the log: keeps the file when a spare is wanted, and deletes it otherwise.</summary>
    public void Retire(SegmentInfo segment)
    {
        string name = SegmentName.Segment(segment.Number);
        lock (_gate)
        {
            string spare = SegmentName.Spare(segment.Number, line);
            bool keep = segment.SegmentBytes == segmentBytes && _ready.Count < maxSpares && !IsTaken(spare);
            if (!keep)
            {
                disk.Delete(name);
                disk.FlushDirectory();
                return;
            }

            disk.Rename(name, spare);

            // Durable before the file is given a new header: a crash could otherwise bring the old name back to it.
            disk.FlushDirectory();
            _ready.Enqueue(spare);
        }
    }

    private bool IsTaken(string spare) => _ready.Contains(spare) || _taken.Contains(spare) || string.Equals(spare, _preparing, StringComparison.Ordinal);

    private string Prepare(long number)
    {
        string unfinished = SegmentName.Unfinished(number, line);
        string spare = SegmentName.Spare(number, line);
        DeleteLeftovers(unfinished, spare);

        using (IDiskFile file = disk.Create(unfinished))
        {
            FillWithZeros(file);
            file.Flush();
        }

        disk.Rename(unfinished, spare);
        disk.FlushDirectory();
        return spare;
    }

    /// <summary>Removes what an earlier attempt that failed has left under these names.</summary>
    private void DeleteLeftovers(params ReadOnlySpan<string> names)
    {
        IReadOnlyList<string> present = disk.List();
        foreach (string name in names)
        {
            if (present.Contains(name))
            {
                disk.Delete(name);
            }
        }
    }

    private void FillWithZeros(IDiskFile file)
    {
        byte[] zeros = new byte[Math.Min(ZeroChunkBytes, segmentBytes)];
        for (int offset = 0; offset < segmentBytes; offset += zeros.Length)
        {
            file.Write(zeros.AsSpan(0, Math.Min(zeros.Length, segmentBytes - offset)), offset);
        }
    }
}

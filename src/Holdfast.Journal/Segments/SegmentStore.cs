using Holdfast.Journaling.Claims;
using Holdfast.Journaling.Format;
using Holdfast.Protocol;

namespace Holdfast.Journaling.Segments;

/// <summary>
/// The segments of the log. The writer appends to <see cref="Active"/> and moves on; others read the figures, trim
/// and prepare.
/// </summary>
internal sealed class SegmentStore : IDisposable
{
    private readonly IDisk _disk;
    private readonly FolderClaim _claim;
    private readonly SpareSegments _spares;
    private readonly Func<ulong> _nextSalt;
    private readonly int _segmentBytes;
    private readonly Lock _gate = new();

    // Held while a spare is prepared and while one is made the next segment: between the two its name is nobody's.
    private readonly Lock _advanceGate = new();
    private readonly List<SegmentInfo> _segments;
    private volatile ActiveSegment? _active;

    public SegmentStore(IDisk disk, JournalOptions options, FolderClaim claim, SpareSegments spares, IReadOnlyList<SegmentInfo> segments, ActiveSegment? active)
    {
        _disk = disk;
        _claim = claim;
        _nextSalt = options.NextSalt;
        _segmentBytes = options.SegmentBytes;
        _spares = spares;
        _segments = [.. segments];
        _active = active;
    }

    public ActiveSegment Active
    {
        get
        {
            ActiveSegment? active = _active;
            Invariant.That(active is not null, "a journal in use has an active segment");
            return active;
        }
    }

    public int Count
    {
        get
        {
            lock (_gate)
            {
                return _segments.Count;
            }
        }
    }

    public long FirstLsn
    {
        get
        {
            lock (_gate)
            {
                return _segments[0].FirstLsn;
            }
        }
    }

    /// <summary>Whether the active segment is half full and nothing is ready to follow it.</summary>
    public bool NeedsSpare => Active.End > Active.Header.SegmentBytes / 2 && _spares.IsEmpty;

    /// <summary>Prepares the next segment's file when it will soon be needed.</summary>
    /// <returns>Whether it was prepared.</returns>
    public bool PrepareOnce()
    {
        lock (_advanceGate)
        {
            bool needed = NeedsSpare && _claim.IsInForce;
            if (needed)
            {
                _spares.PrepareOne(Active.Header.Number + 1);
            }

            return needed;
        }
    }

    /// <summary>
    /// Begins the next segment and seals the one before, of which everything must be durable. On return the new
    /// segment's header and name are durable.
    /// </summary>
    /// <exception cref="JournalException">HF2014: another process has the folder.</exception>
    public void Advance(long firstLsn, uint epoch)
    {
        _claim.ThrowUnlessInForce();
        ActiveSegment? sealing = _active;
        long number = (sealing?.Header.Number ?? 0) + 1;
        lock (_advanceGate)
        {
            _active = Begin(number, firstLsn, epoch);
        }

        lock (_gate)
        {
            _segments.Add(new SegmentInfo(number, firstLsn, _segmentBytes));
        }

        if (sealing is not null)
        {
            using (sealing)
            {
                sealing.WriteOwn(RecordKind.Sealed, firstLsn - 1, epoch);
                sealing.Flush();
            }
        }
    }

    /// <summary>Removes segments all of whose records are below the LSN, oldest first, the active one never.</summary>
    /// <returns>How many were removed.</returns>
    /// <exception cref="JournalException">HF2014: another process has the folder.</exception>
    public int Trim(long lsn)
    {
        _claim.ThrowUnlessInForce();
        lock (_gate)
        {
            int removed = 0;
            while (_segments.Count > 1 && _segments[1].FirstLsn <= lsn)
            {
                // Durable one by one: a crash may otherwise undo the first and keep the second, leaving a gap.
                _spares.Retire(_segments[0]);
                _segments.RemoveAt(0);
                removed++;
            }

            return removed;
        }
    }

    public void Dispose() => _active?.Dispose();

    private ActiveSegment Begin(long number, long firstLsn, uint epoch)
    {
        string spare = _spares.Take(number);
        SegmentHeader header = new(number, firstLsn, epoch, _nextSalt(), _segmentBytes);
        byte[] sector = new byte[SegmentHeader.Bytes];
        header.Write(sector);
        IDiskFile file = _disk.Open(spare);
        try
        {
            file.Write(sector, 0);
            file.Flush();
            _disk.Rename(spare, SegmentName.Segment(number));
            _spares.Renamed(spare);
            _disk.FlushDirectory();
            return new ActiveSegment(file, header, SegmentHeader.Bytes);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }
}

using Holdfast.Journaling.Claims;
using Holdfast.Journaling.Format;
using Holdfast.Journaling.Segments;
using Holdfast.Journaling.Telemetry;
using Holdfast.Protocol;

namespace Holdfast.Journaling.Appending;

/// <summary>
/// Group commit: takes everything that waits, writes it with one gather write, flushes once, and tells the owners.
/// A group that crosses into the next segment takes a write and a flush for each part.
/// </summary>
internal sealed class GroupWriter(AppendQueue queue, SegmentStore segments, FolderClaim claim, long durableLsn, JournalInstruments instruments, Action<Exception> onFatal)
{
    private readonly List<ReadOnlyMemory<byte>> _gather = [];
    private long _durableLsn = durableLsn;
    private int _fatalReported;
    private bool _isWriting;

    /// <summary>Raised on the writer's thread when room has come free after a refusal.</summary>
    public Action? RoomAvailable { get; set; }

    public long DurableLsn => Interlocked.Read(ref _durableLsn);

    /// <summary>Writes one group.</summary>
    /// <returns>Whether there was one.</returns>
    public bool WriteOnce()
    {
        Invariant.That(!_isWriting, "one group is written at a time, and no completion pumps the journal");
        if (!queue.HasWork)
        {
            return false;
        }

        _isWriting = true;
        try
        {
            WriteGroup(queue.TakeAll());
            return true;
        }
        finally
        {
            _isWriting = false;
        }
    }

    /// <summary>Marks the end of an orderly life, so that damage found later is known to be damage.</summary>
    public void WriteClosed()
    {
        try
        {
            ActiveSegment active = segments.Active;
            if (!queue.HasFailed && claim.IsInForce && active.HasRoomFor(RecordFrame.HeaderBytes))
            {
                active.WriteOwn(RecordKind.Closed, DurableLsn, (uint)queue.Epoch);
                active.Flush();
            }
        }
        catch (Exception exception)
        {
            Fail(exception);
        }
    }

    /// <summary>Ends the journal for good.</summary>
    public void Fail(Exception cause)
    {
        queue.Fail(cause);
        ReportFatal();
    }

    private void WriteGroup(IReadOnlyList<PendingAppend> group)
    {
        int told = 0;
        try
        {
            if (!queue.HasFailed)
            {
                WriteAndFlush(group);
                claim.ThrowUnlessInForce(); // behind the flush: whoever claims the folder from now on finds this group in it
                TellDurable(group, ref told);
                return;
            }
        }
        catch (Exception exception)
        {
            queue.Fail(exception);
        }

        TellFailed(group, told);
    }

    private void WriteAndFlush(IReadOnlyList<PendingAppend> group)
    {
        _gather.Clear();
        for (int i = 0; i < group.Count; i++)
        {
            Place(group[i]);
        }

        WriteGathered();
    }

    private void Place(PendingAppend append)
    {
        JournalBatch batch = append.Batch;
        Memory<byte> frames = batch.Frames(0, batch.Bytes);
        int runStart = 0;
        int position = 0;
        for (long lsn = append.FirstLsn; lsn <= append.LastLsn; lsn++)
        {
            int frameBytes = RecordFrame.ReadFrameBytes(frames.Span[position..]);
            if (!segments.Active.HasRoomFor(frameBytes))
            {
                Gather(frames[runStart..position]);
                WriteGathered();
                segments.Advance(lsn, append.Epoch);
                runStart = position;
            }

            segments.Active.Place(frames.Span.Slice(position, frameBytes), lsn, append.Epoch);
            position += frameBytes;
        }

        Gather(frames[runStart..]);
    }

    private void Gather(ReadOnlyMemory<byte> frames)
    {
        if (!frames.IsEmpty)
        {
            _gather.Add(frames);
        }
    }

    private void WriteGathered()
    {
        if (_gather.Count > 0)
        {
            segments.Active.Write(_gather);
            long flushBegun = instruments.FlushBegins();
            segments.Active.Flush();
            instruments.FlushEnded(flushBegun);
            _gather.Clear();
        }
    }

    private void TellDurable(IReadOnlyList<PendingAppend> group, ref int told)
    {
        Interlocked.Exchange(ref _durableLsn, group[^1].LastLsn);
        long bytes = BytesOf(group);
        instruments.GroupDurable(group, bytes);
        bool tellRoom = queue.Release(bytes);
        for (int i = 0; i < group.Count; i++)
        {
            PendingAppend append = group[i];
            long lastLsn = append.LastLsn;
            append.Batch.Release();
            told = i + 1;
            append.Completion.OnDurable(append.Batch, append.FirstLsn, lastLsn);
        }

        if (tellRoom)
        {
            RoomAvailable?.Invoke();
        }
    }

    private void TellFailed(IReadOnlyList<PendingAppend> group, int told)
    {
        FailAppends(group, told);
        while (queue.HasWork)
        {
            FailAppends(queue.TakeAll(), told: 0);
        }

        ReportFatal();
    }

    private void FailAppends(IReadOnlyList<PendingAppend> appends, int told)
    {
        for (int i = told; i < appends.Count; i++)
        {
            PendingAppend append = appends[i];
            append.Batch.Release();
            try
            {
                append.Completion.OnFailed(append.Batch, queue.Failure);
            }
            catch (Exception)
            {
                // The first failure is the one to report; the others still have to be told.
                continue;
            }
        }
    }

    private void ReportFatal()
    {
        if (Interlocked.Exchange(ref _fatalReported, 1) == 0)
        {
            onFatal(queue.Failure);
        }
    }

    private static long BytesOf(IReadOnlyList<PendingAppend> group)
    {
        long bytes = 0;
        for (int i = 0; i < group.Count; i++)
        {
            bytes += group[i].Batch.Bytes;
        }

        return bytes;
    }
}

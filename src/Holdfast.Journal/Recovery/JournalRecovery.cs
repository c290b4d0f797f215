using Holdfast.Journaling.Format;
using Holdfast.Journaling.Segments;

namespace Holdfast.Journaling.Recovery;

/// <summary>Reads the whole log once, from its oldest segment to its end.</summary>
internal static class JournalRecovery
{
    /// <summary>Recovers the log, and opens its last segment for appending.</summary>
    /// <exception cref="JournalDamagedException">The log is damaged where acknowledged records could be lost.</exception>
    public static RecoveredLog Run(IDisk disk, RecoveredRecordHandler handler)
    {
        // A process that died between a rename and its flush leaves names that a power failure would still undo.
        disk.FlushDirectory();
        IReadOnlyList<SegmentHeader> headers = SegmentFolder.ReadHeaders(disk, disk.List());
        if (headers.Count == 0)
        {
            return new RecoveredLog([], Active: null, LastLsn: 0, Epoch: 0);
        }

        ReplayPosition position = new(headers[0].FirstLsn - 1, headers[0].Epoch);
        for (int i = 0; i < headers.Count - 1; i++)
        {
            ReplayEarlier(disk, headers[i], headers[i + 1].FirstLsn - 1, position, handler);
        }

        List<SegmentInfo> segments = [.. headers.Select(header => new SegmentInfo(header.Number, header.FirstLsn, header.SegmentBytes))];
#pragma warning disable CA2000 // The open segment is handed over with the log.
        return new RecoveredLog(segments, ReplayLast(disk, headers[^1], position, handler), position.LastLsn, position.Epoch);
#pragma warning restore CA2000
    }

    private static void ReplayEarlier(IDisk disk, SegmentHeader header, long untilLsn, ReplayPosition position, RecoveredRecordHandler handler)
    {
        using IDiskFile file = disk.Open(SegmentName.Segment(header.Number));
        SegmentReader reader = new(file, header.SegmentBytes);
        new SegmentReplay(header, reader, SegmentRole.Earlier, position, handler).Run(untilLsn);
    }

    private static ActiveSegment ReplayLast(IDisk disk, SegmentHeader header, ReplayPosition position, RecoveredRecordHandler handler)
    {
        IDiskFile file = disk.Open(SegmentName.Segment(header.Number));
        try
        {
            SegmentReader reader = new(file, header.SegmentBytes);
            SegmentReplay replay = new(header, reader, SegmentRole.Last, position, handler);
            replay.Run(long.MaxValue);
            TailRepair.Run(file, reader, replay.DurableEnd, replay.End);
            return new ActiveSegment(file, header, replay.End);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }
}

using Holdfast.Journaling.Format;

namespace Holdfast.Journaling.Recovery;

/// <summary>Reads a log as recovery does, and changes nothing.</summary>
internal static class LogInspection
{
    public static JournalInspection Run(IDisk disk, RecoveredRecordHandler? handler)
    {
        IReadOnlyList<SegmentHeader> headers = SegmentFolder.ReadHeaders(disk, disk.List());
        if (headers.Count == 0)
        {
            return new JournalInspection(Segments: 0, FirstLsn: 1, LastLsn: 0, Epoch: 0, RecordBytes: 0);
        }

        long recordBytes = 0;
        ReplayPosition position = new(headers[0].FirstLsn - 1, headers[0].Epoch);
        for (int i = 0; i < headers.Count; i++)
        {
            bool isLast = i == headers.Count - 1;
            Replay(disk, headers[i], isLast ? SegmentRole.Last : SegmentRole.Earlier, isLast ? long.MaxValue : headers[i + 1].FirstLsn - 1, position, Count);
        }

        return new JournalInspection(headers.Count, headers[0].FirstLsn, position.LastLsn, position.Epoch, recordBytes);

        void Count(in RecoveredRecord record)
        {
            recordBytes += record.Payload.Length;
            handler?.Invoke(record);
        }
    }

    private static void Replay(IDisk disk, SegmentHeader header, SegmentRole role, long untilLsn, ReplayPosition position, RecoveredRecordHandler handler)
    {
        using IDiskFile file = disk.Open(SegmentName.Segment(header.Number));
        SegmentReader reader = new(file, header.SegmentBytes);
        new SegmentReplay(header, reader, role, position, handler).Run(untilLsn);
    }
}

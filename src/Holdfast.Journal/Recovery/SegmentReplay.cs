using System.Globalization;
using Holdfast.Journaling.Format;
using Holdfast.Protocol;

namespace Holdfast.Journaling.Recovery;

/// <summary>Walks the records of one segment and hands them to the handler.</summary>
internal sealed class SegmentReplay(
    SegmentHeader header,
    SegmentReader reader,
    SegmentRole role,
    ReplayPosition position,
    RecoveredRecordHandler handler)
{
    private readonly SegmentSeed _seed = header.Seed;

    /// <summary>Behind the last record taken.</summary>
    public int End { get; private set; } = SegmentHeader.Bytes;

    /// <summary>Everything below was durable, as the records taken say.</summary>
    public int DurableEnd { get; private set; } = SegmentHeader.Bytes;

    /// <summary>Takes records until the LSN has been reached, or until the log ends.</summary>
    /// <exception cref="JournalDamagedException">The segment is damaged.</exception>
    public void Run(long untilLsn)
    {
        position.EnterSegment(header);
        while (position.LastLsn < untilLsn)
        {
            FrameCondition condition = Inspect(out RecordHeader record);
            RecoveryVerdict verdict = RecoveryTable.Decide(role, condition, EvidenceFor(condition));
            if (verdict == RecoveryVerdict.EndOfLog)
            {
                return;
            }

            if (verdict != RecoveryVerdict.Accept)
            {
                throw Refusal(verdict, condition, record);
            }

            Take(record);
        }
    }

    private FrameCondition Inspect(out RecordHeader record)
    {
        record = default;
        if (End + RecordFrame.HeaderBytes > reader.SegmentBytes)
        {
            return FrameCondition.SegmentEnd;
        }

        if (!RecordFrame.TryReadHeader(reader.Read(End, RecordFrame.HeaderBytes), End, reader.SegmentBytes, _seed, out record))
        {
            return FrameCondition.NoHeader;
        }

        if (!position.CanFollow(record))
        {
            return FrameCondition.OutOfSequence;
        }

        ReadOnlySpan<byte> content = reader.Read(End, record.FrameBytes)[RecordFrame.HeaderBytes..];
        if (Crc32C.Compute(content) != record.PayloadCrc)
        {
            return FrameCondition.PayloadDamaged;
        }

        return record.Kind == RecordKind.Sealed ? FrameCondition.IntactSeal : FrameCondition.Intact;
    }

    /// <summary>Evidence is sought only where the verdict can hang on it: it means reading the rest of the segment.</summary>
    private DurabilityEvidence EvidenceFor(FrameCondition condition)
    {
        bool matters = RecoveryTable.Decide(role, condition, DurabilityEvidence.None)
            != RecoveryTable.Decide(role, condition, DurabilityEvidence.WasDurable);
        return matters ? TailScan.EvidenceFor(reader, _seed, End) : DurabilityEvidence.None;
    }

    private void Take(in RecordHeader record)
    {
        position.Take(record);
        if (record.Kind == RecordKind.Data)
        {
            ReadOnlySpan<byte> payload = reader.Read(End, record.FrameBytes).Slice(RecordFrame.HeaderBytes, record.PayloadBytes);
            handler(new RecoveredRecord(record.Lsn, record.Epoch, record.Shard, payload));
        }

        DurableEnd = Math.Max(DurableEnd, record.DurableOffset);
        End += record.FrameBytes;
    }

    private JournalDamagedException Refusal(RecoveryVerdict verdict, FrameCondition condition, in RecordHeader record)
    {
        string file = SegmentName.Segment(header.Number);
        string expected = string.Create(CultureInfo.InvariantCulture, $"record {position.LastLsn + 1} of epoch {position.Epoch} or later");
        string found = condition switch
        {
            FrameCondition.OutOfSequence => string.Create(CultureInfo.InvariantCulture, $"a record of kind {(byte)record.Kind} with LSN {record.Lsn} and epoch {record.Epoch}"),
            FrameCondition.PayloadDamaged => string.Create(CultureInfo.InvariantCulture, $"record {record.Lsn} with a payload that does not match its checksum"),
            FrameCondition.IntactSeal => "the segment's seal",
            FrameCondition.SegmentEnd => "the end of the segment",
            _ => "bytes that are no record of this segment",
        };
        return verdict switch
        {
            RecoveryVerdict.RefuseOutOfSequence => new(ErrorCodes.JournalRecordOutOfSequence, file, End, expected, found, Mending.RestoreBackup),
            RecoveryVerdict.RefuseNotJoined => new(ErrorCodes.JournalSegmentsDoNotJoin, file, End, expected, found, Mending.RestoreBackup),
            RecoveryVerdict.RefuseSegmentMissing => new(ErrorCodes.JournalSegmentMissing, SegmentName.Segment(header.Number + 1), 0, "the segment that the seal of the one before announces", "no such file", Mending.PutFileBack),
            RecoveryVerdict.RefuseDamaged => new(ErrorCodes.JournalRecordDamaged, file, End, expected, found, Mending.RestoreBackupOrCut),
            _ => throw new HoldfastException(ErrorCodes.InvariantBroken, $"{verdict} is not a refusal."),
        };
    }
}

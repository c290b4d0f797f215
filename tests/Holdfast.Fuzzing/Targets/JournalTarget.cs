using Holdfast.Journaling;
using Holdfast.Protocol;

namespace Holdfast.Fuzzing;

/// <summary>A journal's segments. Whatever happened to the files, what recovery hands out was written, in order and without gaps, and opening again gives the same.</summary>
internal sealed class JournalTarget() : FuzzTarget(
    "journal",
    ErrorCodes.JournalSegmentHeaderDamaged,
    ErrorCodes.JournalFormatUnsupported,
    ErrorCodes.JournalSegmentMissing,
    ErrorCodes.JournalSegmentLengthWrong,
    ErrorCodes.JournalRecordDamaged,
    ErrorCodes.JournalRecordOutOfSequence,
    ErrorCodes.JournalSegmentsDoNotJoin)
{
    private const int SegmentBytes = 8192;
    private const int Records = 40;
    private const int LongestRecord = 300;

    private readonly string[] _names = [.. OriginalJournal.Disk.List().Order(StringComparer.Ordinal)];

    /// <summary>The segments, each cut off behind its last byte; an input's first byte says which one it stands for.</summary>
    public override IReadOnlyList<byte[]> Samples { get; } = [.. OriginalJournal.Disk.List().Order(StringComparer.Ordinal).Select((name, index) => (byte[])[(byte)index, .. Used(OriginalJournal.Disk.ReadAll(name))])];

    public override long AllowanceBytes(int inputBytes) => (1 << 20) + (64L * inputBytes);

    public override void Read(byte[] input)
    {
        var disk = DiskWith(input);
        var first = Recover(disk);
        var second = Recover(disk);
        Require(first.Count == second.Count, $"the first recovery gave {first.Count} records and the second {second.Count}");
    }

    private static List<long> Recover(MemoryDisk disk)
    {
        List<long> read = [];
        try
        {
            using var journal = Journal.Open(disk, Options(), (in RecoveredRecord record) =>
            {
                Require(read.Count == 0 || record.Lsn == read[^1] + 1, $"record {record.Lsn} follows {read.LastOrDefault()}");
                Require(record.Payload.SequenceEqual(PayloadOf(record.Lsn)), $"record {record.Lsn} is not the one that was written");
                read.Add(record.Lsn);
            });
        }
        finally
        {
            disk.EndProcess();
        }

        return read;
    }

    private MemoryDisk DiskWith(byte[] input)
    {
        MemoryDisk disk = new();
        for (var i = 0; i < _names.Length; i++)
        {
            var isGiven = input.Length > 0 && input[0] % _names.Length == i;
            var content = isGiven ? Padded(input.AsSpan(1)) : OriginalJournal.Disk.ReadAll(_names[i]);
            using var file = disk.Create(_names[i]);
            file.Write(content, 0);
            file.Flush();
        }

        disk.FlushDirectory();
        return disk;
    }

    /// <summary>Files have their full length from the beginning; a length that is wrong is one case among many.</summary>
    private static byte[] Padded(ReadOnlySpan<byte> bytes)
    {
        var padded = new byte[bytes.Length % 16 == 5 ? bytes.Length : SegmentBytes];
        bytes[..Math.Min(bytes.Length, padded.Length)].CopyTo(padded);
        return padded;
    }

    private static ReadOnlySpan<byte> Used(byte[] file) => file.AsSpan(0, file.AsSpan().LastIndexOfAnyExcept((byte)0) + 1);

    private static byte[] PayloadOf(long lsn) => [.. Enumerable.Range(0, (int)(lsn * 37 % LongestRecord)).Select(i => (byte)(i * lsn))];

    private static JournalOptions Options() => new()
    {
        Pumping = JournalPumping.Caller,
        SegmentBytes = SegmentBytes,
        MaxRecordBytes = JournalOptions.LargestRecordOf(SegmentBytes),
        MaxPendingBytes = 1 << 20,
        NextSalt = () => 42,
    };

    /// <summary>A journal of several segments.</summary>
    private static class OriginalJournal
    {
        public static readonly MemoryDisk Disk = Make();

        private static MemoryDisk Make()
        {
            MemoryDisk disk = new();
            using (var journal = Journal.Open(disk, Options(), (in RecoveredRecord _) => { }))
            {
                for (var lsn = 1L; lsn <= Records; lsn++)
                {
                    var batch = journal.CreateBatch();
                    using (var record = batch.BeginRecord((ushort)lsn))
                    {
                        var payload = PayloadOf(lsn);
                        payload.CopyTo(batch.GetSpan(payload.Length + 1));
                        batch.Advance(payload.Length);
                        record.Complete();
                    }

                    Require(journal.TryAppend(batch, journal.Epoch, new Ignored()), "the journal takes a record");
                    journal.WriteOnce();
                }
            }

            disk.EndProcess();
            return disk;
        }
    }

    private sealed class Ignored : IJournalCompletion
    {
        public void OnDurable(JournalBatch batch, long firstLsn, long lastLsn)
        {
        }

        public void OnFailed(JournalBatch batch, JournalException exception) => throw exception;
    }
}

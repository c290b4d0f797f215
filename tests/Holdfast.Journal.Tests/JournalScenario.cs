using System.Buffers;
using System.Text;

namespace Holdfast.Journaling.Tests;

/// <summary>A journal on a memory disk that the test pumps itself, and what it recovered and completed.</summary>
public sealed class JournalScenario
{
    private ulong _salt = 1000;

    public MemoryDisk Disk { get; init; } = new();

    public int SegmentBytes { get; init; } = 4096;

    public int MaxRecordBytes { get; init; } = 2048;

    public int MaxPendingBytes { get; init; } = 1 << 20;

    public int MaxSpareSegments { get; init; } = 1;

    public IList<RecordedRecord> Recovered { get; } = new List<RecordedRecord>();

    public IList<Exception> Fatal { get; } = new List<Exception>();

    public RecordingCompletion Completion { get; } = new();

    public Journal Open() => Open(Disk);

    public Journal Open(IDisk disk)
    {
        Recovered.Clear();
        return Journal.Open(disk, Options(), Record);
    }

    public JournalOptions Options() => new()
    {
        SegmentBytes = SegmentBytes,
        MaxRecordBytes = MaxRecordBytes,
        MaxPendingBytes = MaxPendingBytes,
        MaxSpareSegments = MaxSpareSegments,
        Pumping = JournalPumping.Caller,
        NextSalt = () => _salt++ * 0x9E3779B97F4A7C15,
        OnFatal = Fatal.Add,
    };

    /// <summary>Queues one batch with these payloads, all for one shard.</summary>
    public bool Append(Journal journal, params string[] payloads) =>
        journal.TryAppend(Batch(journal, payloads), journal.Epoch, Completion);

    /// <summary>Queues one batch and writes it.</summary>
    public void AppendDurably(Journal journal, params string[] payloads)
    {
        Assert.True(Append(journal, payloads));
        Assert.True(journal.WriteOnce());
    }

    public static JournalBatch Batch(Journal journal, params string[] payloads)
    {
        JournalBatch batch = journal.CreateBatch();
        foreach (string payload in payloads)
        {
            Add(batch, 7, payload);
        }

        return batch;
    }

    public static void Add(JournalBatch batch, ushort shard, string payload)
    {
        using JournalRecordScope record = batch.BeginRecord(shard);
        batch.Write(Encoding.UTF8.GetBytes(payload));
        record.Complete();
    }

    private void Record(in RecoveredRecord record) =>
        Recovered.Add(new RecordedRecord(record.Lsn, record.Epoch, record.Shard, Encoding.UTF8.GetString(record.Payload)));
}

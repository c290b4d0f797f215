using System.Globalization;
using Holdfast.Journaling.Format;

namespace Holdfast.Journaling.Tests;

/// <summary>A log of a few small segments, what it holds, and the check of any recovery of it.</summary>
internal sealed class SmallLog
{
    private readonly List<RecordedRecord> _records;
    private readonly Dictionary<string, List<StoredFrame>> _frames;

    private SmallLog(MemoryDisk disk, List<RecordedRecord> records)
    {
        Disk = disk;
        _records = records;
        Segments = [.. disk.List().Where(name => SegmentName.TryParseSegment(name, out _)).Order(StringComparer.Ordinal)];
        _frames = Segments.ToDictionary(name => name, name => ReadFrames(disk.ReadAll(name)));
    }

    public MemoryDisk Disk { get; }

    public IReadOnlyList<string> Segments { get; }

    public int RecordCount => _records.Count;

    public static SmallLog Build(bool closedInGoodOrder)
    {
        JournalScenario scenario = new();
        Journal journal = scenario.Open();
        for (int i = 0; i < 36; i++)
        {
            if (i == 13 || i == 32)
            {
                journal.Dispose();
                journal = scenario.Open();
            }

            string text = i.ToString(CultureInfo.InvariantCulture);
            scenario.AppendDurably(journal, "a" + text + new string('.', (i * 37) % 200), "b" + text, new string('c', (i * 53) % 90));
        }

        if (closedInGoodOrder)
        {
            journal.Dispose();
        }
        else
        {
            scenario.Disk.EndProcess();
        }

        JournalScenario reading = new() { Disk = scenario.Disk.Copy() };
        using Journal reader = reading.Open();
        Assert.Equal(108, reading.Recovered.Count);
        Assert.Equal(3, reader.SegmentCount);
        return new SmallLog(scenario.Disk, [.. reading.Recovered]);
    }

    public IReadOnlyList<StoredFrame> FramesOf(string segment) => _frames[segment];

    /// <summary>What recovery must make of one damaged byte.</summary>
    /// <returns>How many records must come back, or null for a refusal.</returns>
    public int? Expected(string segment, int offset)
    {
        if (offset < SegmentHeader.Bytes)
        {
            return null;
        }

        StoredFrame? hit = _frames[segment].FirstOrDefault(frame => frame.Start <= offset && offset < frame.End);
        if (hit is null)
        {
            return _records.Count;
        }

        bool isLast = segment == Segments[^1];
        bool vouchedFor = _frames[segment].Any(frame => frame.Start > hit.Start && frame.DurableOffset > hit.Start);
        bool neededEarlier = !isLast && hit.Start < _frames[segment].Last(frame => frame.Kind == RecordKind.Data).End;
        if (neededEarlier || (isLast && vouchedFor))
        {
            return null;
        }

        return isLast ? _records.Count(record => record.Lsn <= hit.LsnBefore) : _records.Count;
    }

    /// <summary>Recovers a damaged copy, and asserts what must hold whatever the damage: a prefix, and a log that goes on.</summary>
    /// <returns>How many records came back, or null for a refusal.</returns>
    public int? Recover(MemoryDisk disk)
    {
        JournalScenario scenario = new() { Disk = disk };
        try
        {
            using Journal journal = scenario.Open();
            scenario.AppendDurably(journal, "appended after recovery");
        }
        catch (JournalDamagedException)
        {
            Assert.Equal(_records.Take(scenario.Recovered.Count), scenario.Recovered);
            return null;
        }

        Assert.Empty(scenario.Fatal);
        List<RecordedRecord> first = [.. scenario.Recovered];
        Assert.Equal(_records.Take(first.Count), first);
        using Journal again = scenario.Open();
        Assert.Equal([.. first.Select(record => record.Payload), "appended after recovery"], scenario.Recovered.Select(record => record.Payload));
        return first.Count;
    }

    private static List<StoredFrame> ReadFrames(byte[] content)
    {
        SegmentHeader header = SegmentHeader.Read(content);
        List<StoredFrame> frames = [];
        int offset = SegmentHeader.Bytes;
        while (offset + RecordFrame.HeaderBytes <= content.Length
            && RecordFrame.TryReadHeader(content.AsSpan(offset, RecordFrame.HeaderBytes), offset, content.Length, header.Seed, out RecordHeader record))
        {
            frames.Add(new StoredFrame(offset, offset + record.FrameBytes, record.Kind, record.Lsn, record.DurableOffset));
            offset += record.FrameBytes;
        }

        return frames;
    }
}

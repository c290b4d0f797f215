namespace Holdfast.Journaling.Tests;

/// <summary>
/// Takes a small log of several segments through every damage of one kind, and checks that recovery hands out exactly
/// the prefix that the format promises, or refuses with a code where it promises that.
/// </summary>
public sealed class CorruptionTests
{
    private const int SegmentBytes = 4096;

    public static TheoryData<bool> Endings => [true, false];

    [Theory]
    [MemberData(nameof(Endings))]
    public void Any_damaged_byte_yields_a_correct_prefix_or_a_refusal(bool closedInGoodOrder)
    {
        SmallLog log = SmallLog.Build(closedInGoodOrder);
        HashSet<int?> outcomes = [];
        foreach (string name in log.Segments)
        {
            for (int offset = 0; offset < SegmentBytes; offset++)
            {
                int? expected = log.Expected(name, offset);
                outcomes.Add(expected);
                foreach (byte mask in (ReadOnlySpan<byte>)[0x01, 0xFF])
                {
                    MemoryDisk disk = log.Disk.Copy();
                    disk.Flip(name, offset, mask);
                    int? recovered = log.Recover(disk);
                    Assert.True(expected == recovered, $"{name} at {offset}, mask {mask:X2}: expected {expected}, recovered {recovered}");
                }
            }
        }

        // Refused, all records, and, where nothing marks the end, each place within the last group.
        Assert.Equal(closedInGoodOrder ? 2 : 5, outcomes.Count);
    }

    [Theory]
    [MemberData(nameof(Endings))]
    public void A_file_cut_at_any_place_is_refused(bool closedInGoodOrder)
    {
        SmallLog log = SmallLog.Build(closedInGoodOrder);
        foreach (string name in log.Segments)
        {
            for (int length = 0; length < SegmentBytes; length++)
            {
                MemoryDisk disk = log.Disk.Copy();
                disk.SetLength(name, length);
                Assert.Null(log.Recover(disk));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Endings))]
    public void A_last_segment_that_is_zero_from_any_place_on_yields_the_records_before_it(bool closedInGoodOrder)
    {
        SmallLog log = SmallLog.Build(closedInGoodOrder);
        string last = log.Segments[^1];
        for (int offset = 512; offset < SegmentBytes; offset++)
        {
            MemoryDisk disk = log.Disk.Copy();
            byte[] before = disk.ReadAll(last);
            disk.SetLength(last, offset);
            disk.SetLength(last, SegmentBytes);
            byte[] after = disk.ReadAll(last);
            StoredFrame? hit = log.FramesOf(last).FirstOrDefault(
                frame => !before.AsSpan(frame.Start, frame.End - frame.Start).SequenceEqual(after.AsSpan(frame.Start, frame.End - frame.Start)));
            Assert.Equal(hit is null ? log.RecordCount : (int)hit.LsnBefore, log.Recover(disk));
        }
    }

    [Fact]
    public void An_earlier_segment_that_is_zero_from_a_place_among_its_records_on_is_refused()
    {
        SmallLog log = SmallLog.Build(closedInGoodOrder: true);
        foreach (string name in log.Segments.SkipLast(1))
        {
            int lastRecord = log.FramesOf(name).Last(frame => frame.Kind == Format.RecordKind.Data).Start;
            for (int offset = 0; offset <= lastRecord; offset++)
            {
                MemoryDisk disk = log.Disk.Copy();
                disk.SetLength(name, offset);
                disk.SetLength(name, SegmentBytes);
                Assert.Null(log.Recover(disk));
            }
        }
    }

    [Fact]
    public void A_missing_segment_between_or_at_the_end_is_refused()
    {
        SmallLog log = SmallLog.Build(closedInGoodOrder: true);
        foreach (string name in log.Segments.Skip(1))
        {
            MemoryDisk disk = log.Disk.Copy();
            disk.Delete(name);
            Assert.Null(log.Recover(disk));
        }
    }

    [Fact]
    public void Segments_in_each_others_place_are_refused()
    {
        SmallLog log = SmallLog.Build(closedInGoodOrder: true);
        MemoryDisk disk = log.Disk.Copy();
        disk.Rename(log.Segments[0], "aside");
        disk.Rename(log.Segments[1], log.Segments[0]);
        disk.Rename("aside", log.Segments[1]);
        Assert.Null(log.Recover(disk));
    }

    [Fact]
    public void Exchanged_sectors_never_yield_a_wrong_record()
    {
        SmallLog log = SmallLog.Build(closedInGoodOrder: false);
        foreach (string name in log.Segments)
        {
            byte[] content = log.Disk.ReadAll(name);
            for (int target = 0; target < SegmentBytes; target += 512)
            {
                for (int source = 0; source < SegmentBytes; source += 512)
                {
                    MemoryDisk disk = log.Disk.Copy();
                    for (int i = 0; i < 512; i++)
                    {
                        disk.Flip(name, target + i, (byte)(content[target + i] ^ content[source + i]));
                    }

                    log.Recover(disk);
                }
            }
        }
    }
}

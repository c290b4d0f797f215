using Holdfast.Journaling.Format;
using Holdfast.Journaling.Segments;

namespace Holdfast.Journaling.Tests;

/// <summary>A spare's name comes from the number that the log was about to reach when it was prepared; that segment may be retired while the file has the name still.</summary>
public sealed class SpareSegmentsTests
{
    private const int SegmentBytes = 65_536;

    [Fact]
    public void A_retired_segment_does_not_take_the_name_of_a_spare_that_is_about_to_be_renamed()
    {
        MemoryDisk disk = new();
        SpareSegments spares = new(disk, SegmentBytes, maxSpares: 2, line: 0, []);
        spares.PrepareOne(7);
        var taken = spares.Take(9);
        disk.Create(SegmentName.Segment(7)).Dispose();

        spares.Retire(new SegmentInfo(7, 1, SegmentBytes));

        Assert.Equal([taken], disk.List());
    }

    [Fact]
    public void A_name_is_free_again_when_its_spare_has_become_a_segment()
    {
        MemoryDisk disk = new();
        SpareSegments spares = new(disk, SegmentBytes, maxSpares: 2, line: 0, []);
        spares.PrepareOne(7);
        var taken = spares.Take(9);
        disk.Rename(taken, SegmentName.Segment(9));
        spares.Renamed(taken);
        disk.Create(SegmentName.Segment(7)).Dispose();

        spares.Retire(new SegmentInfo(7, 1, SegmentBytes));

        Assert.Equal(SegmentName.Spare(7), spares.Take(10));
    }
}

using Holdfast.Journaling;

namespace Holdfast.Runtime.Tests;

public sealed class FreeBatchesTests
{
    [Fact]
    public void Of_the_batches_that_a_disk_at_a_standstill_left_behind_only_a_few_are_kept()
    {
        using var journal = Journal.Open(new MemoryDisk(), new JournalOptions { Pumping = JournalPumping.Caller, SegmentBytes = 1 << 20, MaxRecordBytes = 1 << 18 }, static (in RecoveredRecord _) => { });
        FreeBatches free = new();
        for (var i = 0; i < 10 * FreeBatches.MostKept; i++)
        {
            free.Add(new OwnerBatch(journal.CreateBatch()));
        }

        Assert.Equal(FreeBatches.MostKept, CountOf(free));
    }

    [Fact]
    public void The_batch_that_came_back_last_is_used_first()
    {
        using var journal = Journal.Open(new MemoryDisk(), new JournalOptions { Pumping = JournalPumping.Caller, SegmentBytes = 1 << 20, MaxRecordBytes = 1 << 18 }, static (in RecoveredRecord _) => { });
        FreeBatches free = new();
        OwnerBatch last = new(journal.CreateBatch());
        free.Add(new OwnerBatch(journal.CreateBatch()));
        free.Add(last);

        Assert.True(free.TryTake(out var taken));
        Assert.Same(last, taken);
    }

    private static int CountOf(FreeBatches free)
    {
        var count = 0;
        while (free.TryTake(out _))
        {
            count++;
        }

        return count;
    }
}

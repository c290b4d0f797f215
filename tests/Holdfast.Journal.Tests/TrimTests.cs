namespace Holdfast.Journaling.Tests;

public sealed class TrimTests
{
    private readonly JournalScenario _scenario = new();

    [Fact]
    public void Only_segments_all_of_whose_records_are_below_the_LSN_go()
    {
        using Journal journal = Filled();
        int segments = journal.SegmentCount;
        Assert.Equal(0, journal.Trim(1));
        Assert.Equal(0, journal.Trim(3));
        Assert.Equal(1, journal.FirstLsn);
        Assert.Equal(1, journal.Trim(4));
        Assert.Equal(4, journal.FirstLsn);
        Assert.Equal(segments - 1, journal.SegmentCount);
    }

    [Fact]
    public void The_active_segment_never_goes()
    {
        using Journal journal = Filled();
        journal.Trim(journal.DurableLsn + 1);
        Assert.Equal(1, journal.SegmentCount);
        _scenario.AppendDurably(journal, "goes on");
    }

    [Fact]
    public void Trimming_above_what_is_durable_is_the_callers_mistake()
    {
        using Journal journal = Filled();
        Assert.Throws<ArgumentOutOfRangeException>(() => journal.Trim(journal.DurableLsn + 2));
    }

    [Fact]
    public void A_trimmed_log_recovers_from_its_first_LSN()
    {
        using (Journal journal = Filled())
        {
            journal.Trim(8);
        }

        using Journal reopened = _scenario.Open();
        Assert.Equal(7, reopened.FirstLsn);
        Assert.Equal(Enumerable.Range(7, 24), _scenario.Recovered.Select(record => (int)record.Lsn));
    }

    [Fact]
    public void Recycled_segments_are_used_again_without_being_filled_with_zeros_anew()
    {
        using Journal journal = Filled();
        journal.Trim(7);
        Assert.Contains("0000000000000001.spare", _scenario.Disk.List());
        long writes = _scenario.Disk.WriteCount;
        int segments = journal.SegmentCount;
        int appends = 0;
        while (journal.SegmentCount == segments)
        {
            _scenario.AppendDurably(journal, new string('y', 1000));
            appends++;
        }

        Assert.DoesNotContain("0000000000000001.spare", _scenario.Disk.List());

        // Each append is one write; the new segment adds its header and the old one's seal.
        Assert.Equal(writes + appends + 2, _scenario.Disk.WriteCount);
    }

    [Fact]
    public void What_a_recycled_file_held_before_is_never_taken_for_a_record()
    {
        for (ulong seed = 0; seed < 50; seed++)
        {
            JournalScenario scenario = new() { Disk = new MemoryDisk() };
            Journal journal = scenario.Open();
            for (int i = 0; i < 30; i++)
            {
                // The same payload at the same offsets in every life of the file.
                scenario.AppendDurably(journal, new string('s', 1000));
                journal.Trim(journal.DurableLsn + 1);
            }

            long durable = journal.DurableLsn;
            scenario.Append(journal, new string('s', 1000), new string('s', 1000));
            scenario.Disk.FailFlush(after: 0, seed);
            journal.WriteOnce();
            scenario.Disk.Crash(seed);

            using Journal reopened = scenario.Open();
            Assert.InRange(reopened.DurableLsn, durable, durable + 2);
            Assert.All(scenario.Recovered, record => Assert.Equal(new string('s', 1000), record.Payload));
        }
    }

    [Fact]
    public void Spares_of_another_size_and_unfinished_ones_are_removed_at_opening()
    {
        using (Journal journal = Filled())
        {
            journal.Trim(journal.DurableLsn + 1);
        }

        _scenario.Disk.Create("0000000000000099.unfinished").Dispose();
        JournalScenario larger = new() { Disk = _scenario.Disk, SegmentBytes = 8192 };
        using Journal reopened = larger.Open();
        Assert.All(larger.Disk.List().Except(["journal.claim"]), name => Assert.EndsWith(".log", name, StringComparison.Ordinal));
    }

    [Fact]
    public void A_segment_whose_spare_name_is_taken_is_deleted_instead_of_kept()
    {
        JournalScenario scenario = new() { MaxSpareSegments = 3 };
        using Journal journal = WithSpares(scenario, 0, 1);
        while (journal.SegmentCount < 2)
        {
            scenario.AppendDurably(journal, new string('x', 1000));
        }

        Assert.Contains("0000000000000001.spare", scenario.Disk.List());
        Assert.Equal(1, journal.Trim(journal.DurableLsn));
        Assert.DoesNotContain("0000000000000001.log", scenario.Disk.List());
        Assert.Empty(scenario.Fatal);
    }

    [Fact]
    public void The_next_segment_is_prepared_once_the_active_one_is_half_full()
    {
        using Journal journal = _scenario.Open();
        Assert.False(journal.PrepareOnce());
        _scenario.AppendDurably(journal, new string('x', 2000));
        Assert.True(journal.PrepareOnce());
        Assert.False(journal.PrepareOnce());
        Assert.Contains("0000000000000002.spare", _scenario.Disk.List());
    }

    private static Journal WithSpares(JournalScenario scenario, params int[] numbers)
    {
        scenario.Open().Dispose();
        foreach (int number in numbers)
        {
            IDiskFile file = scenario.Disk.Create(Format.SegmentName.Spare(number));
            file.Write(new byte[scenario.SegmentBytes], 0);
            file.Flush();
        }

        return scenario.Open();
    }

    /// <summary>Thirty records, three to a segment.</summary>
    private Journal Filled()
    {
        Journal journal = _scenario.Open();
        for (int i = 0; i < 30; i++)
        {
            _scenario.AppendDurably(journal, new string('x', 1000));
        }

        return journal;
    }
}

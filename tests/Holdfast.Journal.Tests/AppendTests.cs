using Holdfast.Protocol;

namespace Holdfast.Journaling.Tests;

public sealed class AppendTests
{
    private readonly JournalScenario _scenario = new();

    [Fact]
    public void What_was_appended_is_recovered_in_order_with_shard_epoch_and_LSN()
    {
        using (Journal journal = _scenario.Open())
        {
            JournalBatch batch = journal.CreateBatch();
            JournalScenario.Add(batch, 1, "one");
            JournalScenario.Add(batch, 4095, "");
            Assert.True(journal.TryAppend(batch, journal.Epoch, _scenario.Completion));
            _scenario.AppendDurably(journal, "three");
        }

        using Journal reopened = _scenario.Open();
        Assert.Equal([new(1, 1, 1, "one"), new(2, 1, 4095, ""), new(3, 1, 7, "three")], _scenario.Recovered);
        Assert.Equal(3, reopened.DurableLsn);
    }

    [Fact]
    public void Nothing_is_completed_before_the_writer_has_flushed()
    {
        using Journal journal = _scenario.Open();
        _scenario.Append(journal, "a", "b");
        Assert.Empty(_scenario.Completion.Durable);
        Assert.Equal(0, journal.DurableLsn);
        journal.WriteOnce();
        Assert.Equal([(1, 2)], _scenario.Completion.Durable);
        Assert.Equal(2, journal.DurableLsn);
    }

    [Fact]
    public void All_waiting_batches_share_one_write_and_one_flush_and_complete_in_order()
    {
        using Journal journal = _scenario.Open();
        long flushes = _scenario.Disk.FlushCount;
        long writes = _scenario.Disk.WriteCount;
        _scenario.Append(journal, "a", "b");
        _scenario.Append(journal, "c");
        _scenario.Append(journal, "d", "e", "f");
        Assert.True(journal.WriteOnce());
        Assert.False(journal.WriteOnce());
        Assert.Equal([(1, 2), (3, 3), (4, 6)], _scenario.Completion.Durable);
        Assert.Equal(flushes + 1, _scenario.Disk.FlushCount);
        Assert.Equal(writes + 1, _scenario.Disk.WriteCount);
    }

    [Fact]
    public void A_group_larger_than_a_segment_goes_on_in_the_next_ones()
    {
        string[] payloads = [.. Enumerable.Range(0, 20).Select(i => new string((char)('a' + i), 900))];
        using (Journal journal = _scenario.Open())
        {
            _scenario.AppendDurably(journal, payloads);
            Assert.True(journal.SegmentCount > 4);
        }

        using Journal reopened = _scenario.Open();
        Assert.Equal(payloads, _scenario.Recovered.Select(record => record.Payload));
    }

    [Fact]
    public void Each_opening_begins_a_higher_epoch_even_when_nothing_is_appended()
    {
        for (long expected = 1; expected <= 5; expected++)
        {
            using Journal journal = _scenario.Open();
            Assert.Equal(expected, journal.Epoch);
        }
    }

    [Fact]
    public void An_epoch_is_recovered_across_segments_filled_by_openings_alone()
    {
        for (long expected = 1; expected <= 200; expected++)
        {
            using Journal journal = _scenario.Open();
            Assert.Equal(expected, journal.Epoch);
        }

        using Journal last = _scenario.Open();
        Assert.True(last.SegmentCount > 1);
    }

    [Fact]
    public void A_deposed_owner_is_refused_and_what_it_appended_before_stays()
    {
        using Journal journal = _scenario.Open();
        long deposed = journal.Epoch;
        _scenario.Append(journal, "before");
        Assert.Equal(deposed + 1, journal.AdvanceEpoch());
        JournalException refusal = Assert.Throws<JournalException>(
            () => journal.TryAppend(JournalScenario.Batch(journal, "after"), deposed, _scenario.Completion));
        Assert.Equal(ErrorCodes.JournalStaleEpoch, refusal.Code);
        _scenario.Append(journal, "by the new owner");
        journal.WriteOnce();
        _scenario.Disk.Crash(1);

        using Journal reopened = _scenario.Open();
        Assert.Equal(["before", "by the new owner"], _scenario.Recovered.Select(record => record.Payload));
        Assert.Equal([deposed, deposed + 1], _scenario.Recovered.Select(record => record.Epoch));
        Assert.Equal(deposed + 2, reopened.Epoch);
    }

    [Fact]
    public void An_epoch_from_the_future_is_refused_too()
    {
        using Journal journal = _scenario.Open();
        Assert.Throws<JournalException>(
            () => journal.TryAppend(JournalScenario.Batch(journal, "x"), journal.Epoch + 1, _scenario.Completion));
    }

    [Fact]
    public void Appends_above_the_bound_are_refused_until_room_is_announced()
    {
        JournalScenario scenario = new() { MaxPendingBytes = 1024 };
        using Journal journal = scenario.Open();
        int announced = 0;
        journal.RoomAvailable += (_, _) => announced++;
        string payload = new('x', 500);
        Assert.True(scenario.Append(journal, payload));
        JournalBatch refused = JournalScenario.Batch(journal, payload, payload);
        Assert.False(journal.TryAppend(refused, journal.Epoch, scenario.Completion));
        Assert.Equal(0, announced);
        journal.WriteOnce();
        Assert.Equal(1, announced);
        Assert.True(journal.TryAppend(refused, journal.Epoch, scenario.Completion));
        journal.WriteOnce();
        Assert.Equal(1, announced);
        Assert.Equal([(1, 1), (2, 3)], scenario.Completion.Durable);
        Assert.Equal(0, journal.PendingBytes);
    }

    [Fact]
    public void A_batch_above_the_bound_is_taken_when_nothing_waits()
    {
        JournalScenario scenario = new() { MaxPendingBytes = 1024 };
        using Journal journal = scenario.Open();
        Assert.True(scenario.Append(journal, new string('x', 900), new string('y', 900)));
        Assert.False(scenario.Append(journal, "z"));
    }

    [Fact]
    public void A_closed_journal_refuses_appends_and_has_completed_what_it_took()
    {
        Journal journal = _scenario.Open();
        _scenario.Append(journal, "a");
        JournalBatch late = JournalScenario.Batch(journal, "b");
        journal.Dispose();
        journal.Dispose();
        Assert.Equal([(1, 1)], _scenario.Completion.Durable);
        Assert.Throws<ObjectDisposedException>(() => journal.TryAppend(late, 1, _scenario.Completion));
    }

    [Fact]
    public void A_completion_that_throws_stops_the_journal()
    {
        using Journal journal = _scenario.Open();
        journal.TryAppend(JournalScenario.Batch(journal, "a"), journal.Epoch, new ThrowingCompletion());
        _scenario.Append(journal, "b");
        journal.WriteOnce();
        Assert.IsType<InvalidOperationException>(Assert.Single(_scenario.Fatal).InnerException);
        Assert.Single(_scenario.Completion.Failures);
    }

    private sealed class ThrowingCompletion : IJournalCompletion
    {
        public void OnDurable(JournalBatch batch, long firstLsn, long lastLsn) => throw new InvalidOperationException("broken owner");

        public void OnFailed(JournalBatch batch, JournalException exception) => Assert.Fail("It was told that the batch is durable.");
    }
}

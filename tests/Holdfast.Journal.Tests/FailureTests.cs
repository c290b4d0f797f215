using Holdfast.Protocol;

namespace Holdfast.Journaling.Tests;

public sealed class FailureTests
{
    private readonly JournalScenario _scenario = new();

    [Fact]
    public void A_failed_flush_kills_the_journal_for_good()
    {
        using Journal journal = _scenario.Open();
        _scenario.AppendDurably(journal, "kept");
        _scenario.Append(journal, "in the failing group");
        _scenario.Append(journal, "in it, too");
        _scenario.Disk.FailFlush(after: 0, seed: 1);
        journal.WriteOnce();

        Assert.Equal(2, _scenario.Completion.Failures.Count);
        Assert.All(_scenario.Completion.Failures, failure => Assert.Equal(ErrorCodes.JournalFailed, failure.Code));
        Assert.IsType<IOException>(Assert.Single(_scenario.Fatal).InnerException);
        Assert.Equal(1, journal.DurableLsn);
        AssertDead(journal);
    }

    [Fact]
    public void A_dead_journal_never_flushes_again()
    {
        Journal journal = _scenario.Open();
        _scenario.Append(journal, "a");
        _scenario.Disk.FailFlush(after: 0, seed: 1);
        journal.WriteOnce();
        long flushes = _scenario.Disk.FlushCount;
        long writes = _scenario.Disk.WriteCount;
        journal.WriteOnce();
        journal.Dispose();
        Assert.Equal(flushes, _scenario.Disk.FlushCount);
        Assert.Equal(writes, _scenario.Disk.WriteCount);
    }

    [Fact]
    public void A_failed_write_kills_the_journal_and_what_waits_behind_it_is_told()
    {
        using Journal journal = _scenario.Open();
        _scenario.Append(journal, "a");
        _scenario.Disk.FailWrite(after: 0);
        journal.WriteOnce();
        Assert.Single(_scenario.Completion.Failures);
        Assert.Single(_scenario.Fatal);
        AssertDead(journal);
    }

    [Fact]
    public void A_full_disk_kills_the_journal_when_the_next_segment_is_needed()
    {
        using Journal journal = _scenario.Open();
        _scenario.Disk.CapacityBytes = 6000;
        while (_scenario.Fatal.Count == 0)
        {
            _scenario.AppendDurably(journal, new string('x', 500));
        }

        Assert.Equal(1, journal.SegmentCount);
        AssertDead(journal);

        long durable = journal.DurableLsn;
        _scenario.Disk.CapacityBytes = long.MaxValue;
        _scenario.Disk.Crash(3);
        using Journal reopened = _scenario.Open();
        Assert.Equal(durable, reopened.DurableLsn);
    }

    [Fact]
    public void A_full_disk_is_reported_when_a_segment_cannot_be_prepared_and_is_not_fatal_yet()
    {
        List<Exception> reported = [];
        MemoryDisk disk = new();
        JournalOptions options = new()
        {
            SegmentBytes = 4096,
            MaxRecordBytes = 2048,
            Pumping = JournalPumping.Caller,
            OnPreparationFailed = reported.Add,
            OnFatal = exception => Assert.Fail(exception.Message),
        };
        using Journal journal = Journal.Open(disk, options, static (in RecoveredRecord _) => { });
        disk.CapacityBytes = 6000;
        journal.TryAppend(JournalScenario.Batch(journal, new string('x', 2000)), journal.Epoch, new RecordingCompletion());
        journal.WriteOnce();
        Assert.False(journal.PrepareOnce());
        Assert.False(journal.PrepareOnce());
        Assert.Single(reported);

        disk.CapacityBytes = long.MaxValue;
        journal.TryAppend(JournalScenario.Batch(journal, new string('x', 2000)), journal.Epoch, new RecordingCompletion());
        journal.WriteOnce();
        Assert.Equal(2, journal.SegmentCount);
    }

    [Fact]
    public void Records_accepted_from_a_page_cache_that_lost_its_flush_are_written_anew()
    {
        Journal journal = _scenario.Open();
        _scenario.Append(journal, "seen after the failure");
        _scenario.Disk.FailFlush(after: 0, seed: 2);
        journal.WriteOnce();
        _scenario.Disk.EndProcess();

        using (_scenario.Open())
        {
            Assert.Single(_scenario.Recovered);
        }

        _scenario.Disk.Crash(5);
        using Journal again = _scenario.Open();
        Assert.Equal("seen after the failure", Assert.Single(_scenario.Recovered).Payload);
    }

    [Fact]
    public void A_failed_directory_flush_while_trimming_kills_the_journal()
    {
        using Journal journal = _scenario.Open();
        for (int i = 0; i < 10; i++)
        {
            _scenario.AppendDurably(journal, new string('x', 1000));
        }

        _scenario.Disk.FailFlush(after: 0, seed: 1);
        Assert.Throws<IOException>(() => journal.Trim(journal.DurableLsn));
        Assert.Single(_scenario.Fatal);
        AssertDead(journal);
    }

    [Fact]
    public async Task On_its_own_thread_too_a_failure_reaches_completion_and_fatal_handler()
    {
        TaskCompletionSource<Exception> fatal = new(TaskCreationOptions.RunContinuationsAsynchronously);
        MemoryDisk disk = new();
        JournalOptions options = new() { SegmentBytes = 4096, MaxRecordBytes = 2048, OnFatal = fatal.SetResult };
        using Journal journal = Journal.Open(disk, options, static (in RecoveredRecord _) => { });
        disk.FailFlush(after: 0, seed: 1);
        AwaitableCompletion completion = new();
        journal.TryAppend(JournalScenario.Batch(journal, "a"), journal.Epoch, completion);
        await Assert.ThrowsAsync<JournalException>(() => completion.Durable);
        Assert.IsType<JournalException>(await fatal.Task);
    }

    private void AssertDead(Journal journal)
    {
        JournalBatch batch = JournalScenario.Batch(journal, "later");
        JournalException refusal = Assert.Throws<JournalException>(() => journal.TryAppend(batch, journal.Epoch, _scenario.Completion));
        Assert.Equal(ErrorCodes.JournalFailed, refusal.Code);
        Assert.Single(_scenario.Fatal);
    }
}

using System.Globalization;

namespace Holdfast.Journaling.Tests;

public sealed class ConcurrencyTests
{
    private const int Records = 20_000;

    [Fact]
    public async Task Appending_preparing_and_trimming_do_not_get_in_each_others_way()
    {
        MemoryDisk disk = new();
        TaskCompletionSource<Exception> fatal = new(TaskCreationOptions.RunContinuationsAsynchronously);
        JournalOptions options = new() { SegmentBytes = 4096, MaxRecordBytes = 1024, MaxPendingBytes = 8192, OnFatal = fatal.SetResult, OnPreparationFailed = fatal.SetResult };
        using (Journal journal = Journal.Open(disk, options, static (in RecoveredRecord _) => { }))
        {
            ReusingAppender appender = new(journal, Records);
            Task finished = await Task.WhenAny(fatal.Task, appender.RunAsync());
            Assert.NotSame(fatal.Task, finished);
            await finished;
        }

        disk.Crash(1);
        long expected = 0;
        JournalOptions pumped = new() { SegmentBytes = 4096, MaxRecordBytes = 1024, Pumping = JournalPumping.Caller };
        using Journal reopened = Journal.Open(disk, pumped, (in RecoveredRecord record) =>
        {
            Assert.Equal(expected == 0 ? record.Lsn : expected, record.Lsn);
            Assert.Equal(record.Lsn, long.Parse(record.Payload[..20], NumberStyles.AllowLeadingWhite, CultureInfo.InvariantCulture));
            expected = record.Lsn + 1;
        });
        Assert.Equal(Records, reopened.DurableLsn);
        Assert.True(reopened.FirstLsn > Records / 2);
    }

    /// <summary>Appends as fast as there is room, and trims behind itself.</summary>
    private sealed class ReusingAppender(Journal journal, int records) : IJournalCompletion
    {
        private readonly TaskCompletionSource _last = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public async Task RunAsync()
        {
            using SemaphoreSlim room = new(0);
            journal.RoomAvailable += (_, _) => room.Release();
            for (int i = 1; i <= records; i++)
            {
                string payload = i.ToString(CultureInfo.InvariantCulture).PadLeft(20) + new string('x', i % 300);
                JournalBatch batch = JournalScenario.Batch(journal, payload);
                while (!journal.TryAppend(batch, journal.Epoch, this))
                {
                    await room.WaitAsync();
                }

                if (i % 16 == 0)
                {
                    journal.Trim(journal.DurableLsn);
                }
            }

            await _last.Task;
        }

        public void OnDurable(JournalBatch batch, long firstLsn, long lastLsn)
        {
            if (lastLsn == records)
            {
                _last.SetResult();
            }
        }

        public void OnFailed(JournalBatch batch, JournalException exception) => _last.TrySetException(exception);
    }
}

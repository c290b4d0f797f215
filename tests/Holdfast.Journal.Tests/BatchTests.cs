using System.Buffers;
using Holdfast.Protocol;

namespace Holdfast.Journaling.Tests;

public sealed class BatchTests : IDisposable
{
    private readonly JournalScenario _scenario = new() { MaxPendingBytes = 4096 };
    private readonly Journal _journal;
    private readonly JournalBatch _batch;

    public BatchTests()
    {
        _journal = _scenario.Open();
        _batch = _journal.CreateBatch();
    }

    public void Dispose() => _journal.Dispose();

    [Fact]
    public void A_record_that_is_not_completed_is_taken_back()
    {
        JournalScenario.Add(_batch, 1, "kept");
        int bytes = _batch.Bytes;
        using (_batch.BeginRecord(2))
        {
            _batch.Write("half a rec"u8);
        }

        Assert.Equal((1, bytes), (_batch.RecordCount, _batch.Bytes));
        JournalScenario.Add(_batch, 3, "also kept");
        Recover();
        Assert.Equal(["kept", "also kept"], _scenario.Recovered.Select(record => record.Payload));
    }

    [Fact]
    public void A_record_is_padded_to_eight_bytes_behind_a_header_of_32()
    {
        JournalScenario.Add(_batch, 1, "123456789");
        Assert.Equal(48, _batch.Bytes);
    }

    [Fact]
    public void A_second_record_cannot_be_opened_inside_the_first()
    {
        using JournalRecordScope record = _batch.BeginRecord(1);
        Assert.Throws<InvalidOperationException>(() => _batch.BeginRecord(2).Dispose());
        record.Complete();
        Assert.Equal(1, _batch.RecordCount);
    }

    [Fact]
    public void Completing_twice_is_refused_and_changes_nothing()
    {
        JournalRecordScope record = _batch.BeginRecord(1);
        record.Complete();
        InvalidOperationException? refusal = null;
        try
        {
            record.Complete();
        }
        catch (InvalidOperationException exception)
        {
            refusal = exception;
        }

        Assert.NotNull(refusal);
        Assert.Equal(1, _batch.RecordCount);
    }

    [Fact]
    public void Writing_without_an_open_record_is_refused()
    {
        Assert.Throws<InvalidOperationException>(() => _batch.GetSpan(1).Clear());
        Assert.Throws<InvalidOperationException>(() => _batch.GetMemory(1));
        Assert.Throws<InvalidOperationException>(() => _batch.Advance(1));
    }

    [Fact]
    public void Advancing_beyond_the_buffer_is_refused()
    {
        using JournalRecordScope record = _batch.BeginRecord(1);
        int free = _batch.GetSpan().Length;
        Assert.Throws<ArgumentOutOfRangeException>(() => _batch.Advance(free + 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => _batch.Advance(-1));
    }

    [Fact]
    public void The_largest_record_is_taken_and_one_byte_more_is_refused()
    {
        JournalScenario.Add(_batch, 1, new string('x', _scenario.MaxRecordBytes));
        JournalException refusal = Assert.Throws<JournalException>(() => JournalScenario.Add(_batch, 1, new string('x', _scenario.MaxRecordBytes + 1)));
        Assert.Equal(ErrorCodes.JournalRecordTooLarge, refusal.Code);
        Assert.Equal(1, _batch.RecordCount);
        Recover();
        Assert.Equal(_scenario.MaxRecordBytes, Assert.Single(_scenario.Recovered).Payload.Length);
    }

    [Fact]
    public void A_request_for_a_buffer_above_the_record_limit_is_refused_before_memory_is_taken()
    {
        using JournalRecordScope record = _batch.BeginRecord(1);
        Assert.Throws<JournalException>(() => _batch.GetSpan(int.MaxValue).Clear());
        Assert.True(_batch.IsEmpty);
    }

    [Fact]
    public void A_batch_takes_no_further_record_above_the_pending_bound()
    {
        while (_batch.Bytes < 4096)
        {
            JournalScenario.Add(_batch, 1, new string('x', 1000));
        }

        JournalException refusal = Assert.Throws<JournalException>(() => JournalScenario.Add(_batch, 1, "y"));
        Assert.Equal(ErrorCodes.JournalBatchTooLarge, refusal.Code);
        Assert.InRange(_batch.Bytes, 4096, 4096 + 1032);
    }

    [Fact]
    public void An_empty_batch_and_one_with_an_open_record_cannot_be_appended()
    {
        Assert.Throws<InvalidOperationException>(() => _journal.TryAppend(_batch, _journal.Epoch, _scenario.Completion));
        JournalScenario.Add(_batch, 1, "a");
        using (_batch.BeginRecord(1))
        {
            Assert.Throws<InvalidOperationException>(() => _journal.TryAppend(_batch, _journal.Epoch, _scenario.Completion));
        }

        Assert.True(_journal.TryAppend(_batch, _journal.Epoch, _scenario.Completion));
    }

    [Fact]
    public void An_appended_batch_is_untouchable_until_its_completion_and_reusable_after()
    {
        JournalScenario.Add(_batch, 1, "a");
        _journal.TryAppend(_batch, _journal.Epoch, _scenario.Completion);
        Assert.Throws<InvalidOperationException>(() => JournalScenario.Add(_batch, 1, "b"));
        Assert.Throws<InvalidOperationException>(() => _batch.Clear());
        Assert.Throws<InvalidOperationException>(() => _journal.TryAppend(_batch, _journal.Epoch, _scenario.Completion));
        _journal.WriteOnce();
        _batch.Clear();
        JournalScenario.Add(_batch, 1, "c");
        Recover();
        Assert.Equal(["a", "c"], _scenario.Recovered.Select(record => record.Payload));
    }

    private void Recover()
    {
        Assert.True(_journal.TryAppend(_batch, _journal.Epoch, _scenario.Completion));
        _journal.Dispose();
        _scenario.Open().Dispose();
    }
}

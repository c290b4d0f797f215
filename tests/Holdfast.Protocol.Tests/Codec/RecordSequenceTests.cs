using System.Buffers;
using Holdfast.Protocol.Codec;

namespace Holdfast.Protocol.Tests;

public sealed class RecordSequenceTests
{
    private static readonly HistoryEvent Fired = new(12, DateTimeOffset.UnixEpoch, new TimerFired { TimerId = "t", StartedEventId = 11 });

    [Fact]
    public void Records_written_one_after_the_other_are_read_in_order()
    {
        var writer = new ArrayBufferWriter<byte>();
        var records = EveryType.Records().ToList();
        records.ForEach(r => RunRecordCodec.Write(writer, r));

        Assert.Equal(records, RunRecordCodec.ReadAll(writer.WrittenSpan));
        Assert.Equal(records.Count, RunRecordCodec.Count(writer.WrittenSpan));
    }

    [Fact]
    public void Skipping_a_record_leads_to_the_next()
    {
        var writer = new ArrayBufferWriter<byte>();
        var length = RunRecordCodec.Write(writer, new ParentNotified());
        RunRecordCodec.Write(writer, Fired);
        var rest = writer.WrittenSpan;

        Assert.Equal(length, RunRecordCodec.Skip(ref rest));
        Assert.Equal(Fired, RunRecordCodec.Read(ref rest));
        Assert.True(rest.IsEmpty);
    }

    [Fact]
    public void Fields_of_a_later_version_are_passed_over()
    {
        // Field 30, once of each wire type: varint, eight bytes, length-delimited, sixteen bytes.
        byte[] laterFields = [0xF0, 0x01, 0x96, 0x01, 0xF1, 0x01, .. new byte[8], 0xF2, 0x01, 0x02, 0xAA, 0xBB, 0xF3, 0x01, .. new byte[16]];
        var known = Encoded.Record(Fired);
        byte[] extended = [(byte)(known[0] + laterFields.Length), .. known.AsSpan(1), .. laterFields];

        Assert.Equal(Fired, Encoded.Decode(extended));
    }

    [Fact]
    public void What_was_decoded_does_not_depend_on_the_bytes_it_came_from()
    {
        var completed = new HistoryEvent(1, DateTimeOffset.UnixEpoch, new ActivityTaskCompleted { ScheduledEventId = 5, StartedEventId = 6, Result = Payloads.Of(new Payload(Payload.BinaryEncoding, new byte[] { 1, 2, 3 })) });
        var bytes = Encoded.Record(completed);

        var decoded = Encoded.Decode(bytes);
        Array.Clear(bytes);

        Assert.Equal(completed, decoded);
    }

    [Fact]
    public void Names_that_recur_share_one_string()
    {
        var bytes = Encoded.Record(new HistoryEvent(5, DateTimeOffset.UnixEpoch, new WorkflowTaskScheduled { TaskQueue = "a-shared-queue", StartToCloseTimeout = TimeSpan.FromSeconds(10) }));

        var first = (WorkflowTaskScheduled)((HistoryEvent)Encoded.Decode(bytes)).Attributes;
        var second = (WorkflowTaskScheduled)((HistoryEvent)Encoded.Decode(bytes)).Attributes;

        Assert.Same(first.TaskQueue, second.TaskQueue);
    }

    [Fact]
    public void Writing_allocates_nothing()
    {
        var record = new HistoryEvent(6, DateTimeOffset.UnixEpoch, FilledValues.Create(typeof(ActivityTaskCompleted)) as ActivityTaskCompleted ?? throw new InvalidOperationException());
        var writer = new ArrayBufferWriter<byte>(64 * 1024);
        RunRecordCodec.Write(writer, record);

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 50; i++)
        {
            RunRecordCodec.Write(writer, record);
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }
}

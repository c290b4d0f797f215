using System.Reflection;
using System.Runtime.CompilerServices;
using Holdfast.Protocol.Codec;

namespace Holdfast.Protocol.Tests;

public sealed class RoundTripTests
{
    public static TheoryData<string> RecordTypes => [.. EveryType.Records().Select(EveryType.NameOf)];

    [Theory]
    [MemberData(nameof(RecordTypes))]
    public void Every_property_of_every_record_comes_back(string type)
    {
        var record = EveryType.Records().Single(r => EveryType.NameOf(r) == type);

        Assert.Equal(record, Encoded.Decode(Encoded.Record(record)));
    }

    [Theory]
    [MemberData(nameof(RecordTypes))]
    public void A_record_with_nothing_but_its_required_messages_comes_back(string type)
    {
        var record = EveryType.Records().Single(r => EveryType.NameOf(r) == type);
        if (record is not HistoryEvent { Attributes: var attributes } historyEvent)
        {
            return;
        }

        var bare = historyEvent with { Attributes = Bare(attributes) };

        Assert.Equal(bare, Encoded.Decode(Encoded.Record(bare)));
    }

    [Fact]
    public void Every_kind_of_failure_comes_back() =>
        Assert.All(EveryType.Failures(), failure => Assert.Equal(failure, FailureCodec.Read(Encoded.Failure(failure))));

    [Fact]
    public void Every_update_message_comes_back() =>
        Assert.All(EveryType.UpdateMessages(), message => Assert.Equal(message, UpdateMessageCodec.Read(Encoded.UpdateMessage(message))));

    [Fact]
    public void An_empty_result_is_not_a_missing_result()
    {
        var empty = new WorkflowExecutionUpdateCompleted { UpdateId = "u", AcceptedEventId = 3, Result = Payloads.Empty };
        var missing = empty with { Result = null };

        Assert.Equal(Payloads.Empty, ((WorkflowExecutionUpdateCompleted)Event(empty)).Result);
        Assert.Null(((WorkflowExecutionUpdateCompleted)Event(missing)).Result);
    }

    [Fact]
    public void A_zero_timeout_is_not_a_missing_timeout()
    {
        var scheduled = new ActivityTaskScheduled { ActivityId = "1", ActivityType = "a", TaskQueue = "q", WorkflowTaskCompletedEventId = 4, HeartbeatTimeout = TimeSpan.Zero };

        var read = (ActivityTaskScheduled)Event(scheduled);

        Assert.Equal(TimeSpan.Zero, read.HeartbeatTimeout);
        Assert.Null(read.StartToCloseTimeout);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(42)]
    [InlineData(43)]
    [InlineData(127)]
    [InlineData(128)]
    [InlineData(20_000)]
    public void Texts_of_any_length_come_back(int length)
    {
        foreach (var unit in new[] { "x", "é", "語" })
        {
            var fired = new TimerFired { TimerId = string.Concat(Enumerable.Repeat(unit, length)), StartedEventId = 5 };

            Assert.Equal(fired, Event(fired));
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(120)]
    [InlineData(127)]
    [InlineData(128)]
    [InlineData(16_384)]
    [InlineData(2 * 1024 * 1024)]
    public void Payloads_of_any_size_come_back(int size)
    {
        var data = new byte[size];
        new Random(1).NextBytes(data);
        var completed = new ActivityTaskCompleted { ScheduledEventId = 5, StartedEventId = 6, Result = Payloads.Of(new Payload(Payload.BinaryEncoding, data)), Identity = "behind the payload" };

        Assert.Equal(completed, Event(completed));
    }

    [Fact]
    public void Extreme_numbers_come_back()
    {
        var started = new TimerStarted { TimerId = "t", StartToFireTimeout = TimeSpan.MinValue, WorkflowTaskCompletedEventId = long.MinValue };
        var record = new HistoryEvent(long.MaxValue, DateTimeOffset.MaxValue, started);

        Assert.Equal(record, Encoded.Decode(Encoded.Record(record)));
    }

    private static EventAttributes Event(EventAttributes attributes) =>
        ((HistoryEvent)Encoded.Decode(Encoded.Record(new HistoryEvent(1, DateTimeOffset.UnixEpoch, attributes)))).Attributes;

    // Every property its zero, save texts (never null) and the messages that must be there.
    private static EventAttributes Bare(EventAttributes filled)
    {
        var bare = (EventAttributes)RuntimeHelpers.GetUninitializedObject(filled.GetType());
        var nullability = new NullabilityInfoContext();
        foreach (var property in filled.GetType().GetProperties().Where(p => p.CanWrite && !p.PropertyType.IsValueType))
        {
            if (nullability.Create(property).WriteState is NullabilityState.Nullable)
            {
                continue;
            }

            property.SetValue(bare, property.PropertyType switch
            {
                var t when t == typeof(string) => string.Empty,
                var t when t == typeof(Payloads) => Payloads.Empty,
                var t when t == typeof(PayloadMap) => PayloadMap.Empty,
                _ => property.GetValue(filled),
            });
        }

        foreach (var property in filled.GetType().GetProperties().Where(p => p.PropertyType == typeof(WorkflowExecution)))
        {
            property.SetValue(bare, new WorkflowExecution(string.Empty, RunId.None));
        }

        return bare;
    }
}

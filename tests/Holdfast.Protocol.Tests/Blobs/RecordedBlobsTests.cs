using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using Holdfast.Protocol.Codec;

namespace Holdfast.Protocol.Tests;

public sealed class RecordedBlobsTests
{
    private static readonly BlobReference First = ReferenceOf(1);
    private static readonly BlobReference Second = ReferenceOf(2);
    private static readonly BlobReference Third = ReferenceOf(3);

    [Fact]
    public void Records_without_blobs_refer_to_none() =>
        Assert.Empty(RecordedBlobs.In(Encode(Signal(new Payload(Payload.JsonEncoding, Encoding.UTF8.GetBytes("\"blob-hash and blob-values are words\""))))));

    [Fact]
    public void The_blob_of_a_payload_and_the_blobs_that_its_value_names_are_found_in_every_kind_of_record()
    {
        var moved = ExternalPayload.Of(new Payload("json/plain", new byte[First.Length], new PayloadMetadata([KeyValuePair.Create("zip", (ReadOnlyMemory<byte>)new byte[] { 1 })])), First);
        var named = new Payload(Payload.JsonEncoding, "{}"u8.ToArray(), BlobMarks.Of([Second.Id.ToString(), Third.Id.ToString(), "no hash"]));
        var records = Encode(Signal(moved), new ActivityHeartbeatRecorded(5, 1, DateTimeOffset.UnixEpoch, Payloads.Of(named)), Signal(moved));

        Assert.Equal(Ids(First, Second, Third), RecordedBlobs.In(records).Select(id => id.ToString()).Order(StringComparer.Ordinal));
        Assert.Equal((2, 2 * First.Length), RecordedBlobs.CountExternal(records));
    }

    [Fact]
    public void The_blob_is_found_whatever_it_is_and_whatever_surrounds_it()
    {
        Random random = new(1);
        for (var number = 0; number < 500; number++)
        {
            var blob = ReferenceOf(number);
            var data = new byte[random.Next(50)];
            random.NextBytes(data);
            PayloadMetadata metadata = new([KeyValuePair.Create("blob-" + random.Next(), (ReadOnlyMemory<byte>)data), KeyValuePair.Create("blob-hash-", (ReadOnlyMemory<byte>)data)]);
            var records = Encode(Signal(new Payload("blob-", data)), Signal(ExternalPayload.Of(new Payload("x/y", new byte[blob.Length], metadata), blob)));

            Assert.Equal([blob.Id], RecordedBlobs.In(records));
            Assert.Equal((1, blob.Length), RecordedBlobs.CountExternal(records));
        }
    }

    [Fact]
    public void Hundreds_of_blobs_of_one_value_are_found()
    {
        var all = Enumerable.Range(0, 300).Select(ReferenceOf).ToArray();
        var records = Encode(Signal(new Payload(Payload.JsonEncoding, "[]"u8.ToArray(), BlobMarks.Of(all.Select(r => r.Id.ToString())))));

        Assert.Equal(Ids(all), RecordedBlobs.In(records).Select(id => id.ToString()).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Whatever_bytes_there_are_they_are_read_to_their_end()
    {
        Random random = new(1);
        var whole = Encode(Signal(ExternalPayload.Of(new Payload("json/plain", new byte[First.Length]), First)));
        for (var i = 0; i < 2_000; i++)
        {
            var broken = whole.ToArray();
            broken[random.Next(broken.Length)] = (byte)random.Next(256);
            var length = random.Next(broken.Length + 1);
            Assert.InRange(RecordedBlobs.In(broken.AsSpan(0, length)).Count, 0, 1);
            _ = RecordedBlobs.CountExternal(broken.AsSpan(0, length));
        }
    }

    private static BlobReference ReferenceOf(int number) => new(BlobId.Of(SHA256.HashData([(byte)number, (byte)(number >> 8)])), 1_000 + number);

    private static IEnumerable<string> Ids(params BlobReference[] references) => references.Select(r => r.Id.ToString()).Order(StringComparer.Ordinal);

    private static HistoryEvent Signal(Payload payload) => new(1, DateTimeOffset.UnixEpoch, new WorkflowExecutionSignaled { SignalName = "s", Input = Payloads.Of(payload) });

    private static byte[] Encode(params RunRecord[] records)
    {
        ArrayBufferWriter<byte> writer = new();
        foreach (var record in records)
        {
            RunRecordCodec.Write(writer, record);
        }

        return writer.WrittenSpan.ToArray();
    }
}

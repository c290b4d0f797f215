using System.Buffers;
using System.Security.Cryptography;
using Holdfast.Protocol;
using Holdfast.Protocol.Codec;

namespace Holdfast.Runtime.Tests;

public sealed class JournaledBlobsTests
{
    private static readonly BlobId Blob = BlobId.Of(SHA256.HashData([1]));
    private static readonly RunId Run = new(Guid.CreateVersion7(DateTimeOffset.UnixEpoch));
    private readonly JournaledBlobs _blobs = new();

    [Fact]
    public void What_was_written_ahead_of_a_run_that_never_began_refers_to_nothing()
    {
        _blobs.Take(lsn: 1, Section(isAhead: true));

        Assert.Empty(_blobs.Behind(new Dictionary<RunId, long>()));
        Assert.Empty(_blobs.RunIds);
    }

    [Fact]
    public void What_was_written_ahead_counts_once_the_run_began()
    {
        _blobs.Take(lsn: 1, Section(isAhead: true));
        _blobs.Take(lsn: 2, Section(isAhead: false));

        Assert.Equal([Blob], _blobs.Behind(new Dictionary<RunId, long>()));
        Assert.Equal([Run], _blobs.RunIds);
        Assert.Empty(_blobs.Behind(new Dictionary<RunId, long> { [Run] = 2 }));
    }

    /// <summary>A section of the run; one that is written ahead refers to the blob.</summary>
    private static ReadOnlySpan<byte> Section(bool isAhead)
    {
        Payload payload = new(Payload.JsonEncoding, "{}"u8.ToArray(), isAhead ? BlobMarks.Of([Blob.ToString()]) : null);
        ArrayBufferWriter<byte> records = new();
        RunRecordCodec.Write(records, new HistoryEvent(1, DateTimeOffset.UnixEpoch, new WorkflowExecutionSignaled { SignalName = "s", Input = Payloads.Of(payload) }));
        ArrayBufferWriter<byte> section = new();
        JournalUnit.WriteSection(section, new WorkflowKey("default", "w"), Run, 1, records.WrittenSpan, isAhead);
        return section.WrittenSpan;
    }
}

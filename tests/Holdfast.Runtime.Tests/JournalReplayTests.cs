using System.Buffers;
using System.Security.Cryptography;
using Holdfast.Protocol;
using Holdfast.Protocol.Codec;

namespace Holdfast.Runtime.Tests;

public sealed class JournalReplayTests
{
    private static readonly BlobId Blob = BlobId.Of(SHA256.HashData([1]));
    private static readonly RunId Run = new(Guid.CreateVersion7(DateTimeOffset.UnixEpoch));
    private readonly JournalReplay _replay = new();

    [Fact]
    public void What_was_written_ahead_of_a_run_that_never_began_refers_to_nothing()
    {
        _replay.Take(lsn: 1, Section(isAhead: true));

        Assert.Empty(BlobsBehind(covered: 0));
        Assert.Empty(_replay.Runs.Select(static r => r.RunId));
    }

    [Fact]
    public void What_was_written_ahead_counts_once_the_run_began()
    {
        _replay.Take(lsn: 1, Section(isAhead: true));
        _replay.Take(lsn: 2, Section(isAhead: false));

        Assert.Equal([Blob], BlobsBehind(covered: 0));
        Assert.Equal([Run], _replay.Runs.Select(static r => r.RunId));
        Assert.Empty(BlobsBehind(covered: 2));
    }

    private IEnumerable<BlobId> BlobsBehind(long covered) => _replay.Runs.SelectMany(r => r.BlobsBehind(covered));

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

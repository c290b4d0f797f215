using System.Buffers;
using Holdfast.Protocol;
using Holdfast.Protocol.Codec;

namespace Holdfast.Fuzzing;

/// <summary>Run records, as journal and settled store hold them. What is read is written and read again the same.</summary>
internal sealed class RecordTarget() : FuzzTarget("records", ErrorCodes.CorruptData)
{
    public override IReadOnlyList<byte[]> Samples { get; } = PinnedRecords.Where(name => !name.Contains(':', StringComparison.Ordinal));

    public override bool HasLengthBefore => true;

    public override long AllowanceBytes(int inputBytes) => (4 * FixedAllowanceBytes) + (4 * AllowanceBytesPerInputByte * inputBytes);

    public override void Read(byte[] input)
    {
        var records = RunRecordCodec.ReadAll(input);
        Require(RunRecordCodec.Count(input) == records.Count, "counting finds another number of records than reading");
        var written = Write(records);
        var writtenAgain = Write(RunRecordCodec.ReadAll(written));
        Require(written.AsSpan().SequenceEqual(writtenAgain), "what was read and written reads as something else");
    }

    private static byte[] Write(IReadOnlyList<RunRecord> records)
    {
        ArrayBufferWriter<byte> writer = new();
        foreach (var record in records)
        {
            RunRecordCodec.Write(writer, record);
        }

        return writer.WrittenSpan.ToArray();
    }
}

using Holdfast.Protocol;

namespace Holdfast.Fuzzing;

/// <summary>Records that are searched for blobs without being read.</summary>
internal sealed class RecordedBlobsTarget() : FuzzTarget("recorded-blobs", ErrorCodes.CorruptData)
{
    public override IReadOnlyList<byte[]> Samples { get; } = [.. new RecordTarget().Samples, .. new BlobReferenceTarget().Samples];

    public override bool HasLengthBefore => true;

    public override void Read(byte[] input)
    {
        var blobs = RecordedBlobs.In(input);
        var (count, bytes) = RecordedBlobs.CountExternal(input);
        Require(blobs.Count <= input.Length && count <= input.Length && bytes >= 0, "there are no more blobs than bytes");
    }
}

using Holdfast.Protocol;
using Holdfast.Protocol.Codec;

namespace Holdfast.Fuzzing;

/// <summary>Start permits of settled runs.</summary>
internal sealed class StartPermitTarget() : FuzzTarget("start-permits", ErrorCodes.CorruptData)
{
    public override IReadOnlyList<byte[]> Samples { get; } = [EncodedSamples.Of(w => StartPermitCodec.Write(w, Permit()))];

    public override void Read(byte[] input)
    {
        var written = EncodedSamples.Of(w => StartPermitCodec.Write(w, StartPermitCodec.Read(input)));
        _ = StartPermitCodec.Read(written);
    }

    private static StartPermit Permit() => new(StartPermitState.Awaited, "default", "Order", "customer-7", 3, IsChild: true, DateTimeOffset.UnixEpoch, null);
}

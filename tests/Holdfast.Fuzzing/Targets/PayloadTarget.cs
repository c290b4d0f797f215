using Holdfast.Protocol;
using Holdfast.Protocol.Codec;

namespace Holdfast.Fuzzing;

/// <summary>Lists and maps of payloads, as the settled store keeps them beside a run.</summary>
internal sealed class PayloadTarget() : FuzzTarget("payloads", ErrorCodes.CorruptData)
{
    public override IReadOnlyList<byte[]> Samples { get; } =
    [
        EncodedSamples.Of(w => PayloadsCodec.Write(w, Payloads.Of(EncodedSamples.Json, EncodedSamples.WithMetadata, Payload.Null))),
        EncodedSamples.Of(w => PayloadMapCodec.Write(w, PayloadMap.Of([new("b", EncodedSamples.Json), new("a", EncodedSamples.WithMetadata)]))),
    ];

    public override void Read(byte[] input)
    {
        try
        {
            _ = PayloadsCodec.Read(input);
        }
        catch (HoldfastException exception) when (IsRefusal(exception))
        {
            // Then it may still be a map.
        }

        _ = PayloadMapCodec.Read(input);
    }
}

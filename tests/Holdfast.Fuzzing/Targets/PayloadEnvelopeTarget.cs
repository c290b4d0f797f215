using Holdfast.Protocol;

namespace Holdfast.Fuzzing;

/// <summary>Payloads within payloads: what compression and encryption wrap.</summary>
internal sealed class PayloadEnvelopeTarget() : FuzzTarget("payload-envelopes", ErrorCodes.PayloadCodecFailed)
{
    public override IReadOnlyList<byte[]> Samples { get; } = [Of(EncodedSamples.Json), Of(EncodedSamples.WithMetadata)];

    public override void Read(byte[] input)
    {
        var payload = PayloadEnvelope.Read(input);
        Require(PayloadEnvelope.Read(Of(payload)).Equals(payload), "what was read and written reads as something else");
    }

    private static byte[] Of(Payload payload)
    {
        var bytes = new byte[PayloadEnvelope.SizeOf(payload)];
        PayloadEnvelope.Write(payload, bytes);
        return bytes;
    }
}

using Holdfast.Protocol;

namespace Holdfast.Testing.Tests.Data;

/// <summary>Writes JSON texts backwards.</summary>
internal sealed class Reversing : IPayloadCodec
{
    public Payload Encode(Payload payload) => new(payload.Encoding, payload.Data.ToArray().Reverse().ToArray(), payload.Metadata);

    public Payload Decode(Payload payload) => Encode(payload);
}

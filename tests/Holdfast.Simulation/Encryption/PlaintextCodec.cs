using Holdfast.Protocol;

namespace Holdfast.Simulation;

/// <summary>The first codec of a chain that encrypts: changes nothing, and has what passes looked for.</summary>
internal sealed class PlaintextCodec(PlaintextWatch watch) : IPayloadCodec
{
    public Payload Encode(Payload payload)
    {
        watch.Note(payload.Data.Span);
        return payload;
    }

    public Payload Decode(Payload payload) => payload;
}

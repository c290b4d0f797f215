using Holdfast.Protocol;

namespace Holdfast;

/// <summary>Changes how payloads are stored and sent: compresses, encrypts, signs them. One link of the chain of a <see cref="CodecDataConverter"/>.</summary>
/// <remarks>
/// <para>Threading: safe from any thread. Called on the workflow's own thread among others, so it computes and does nothing else: no I/O, no locks that are held
/// for long, no awaiting. What it needs from elsewhere (keys) is in memory already, or refreshed in the background.</para>
/// <para>Determinism: none is asked for. Replay compares no payload bytes, so a codec may use fresh random numbers.</para>
/// <para>Errors: whatever it throws becomes a <see cref="HoldfastException"/> (<see cref="ErrorCodes.PayloadCodecFailed"/>, unless it has a code already), which fails
/// the activity attempt or the workflow task. Both are tried again; no run is lost.</para>
/// </remarks>
public interface IPayloadCodec
{
    /// <summary>Encodes a payload. Gives the same payload when there is nothing to be gained.</summary>
    Payload Encode(Payload payload);

    /// <summary>Decodes a payload. A payload that this codec did not encode is given as it is: histories from before the codec was configured stay readable.</summary>
    Payload Decode(Payload payload);
}

using Holdfast.Protocol;

namespace Holdfast;

/// <summary>Reads the value that a workflow, query or update gave.</summary>
internal static class ResultValue
{
    /// <summary>The first payload as a value; no payload counts as no value. A <see cref="Payload"/> is given unconverted, after the codecs.</summary>
    public static T Read<T>(Payloads result, IDataConverter converter)
    {
        var payload = result.Count > 0 ? result[0] : Payload.Null;
        return typeof(T) == typeof(Payload) ? (T)(object)(converter is CodecDataConverter codecs ? codecs.Decode(payload) : payload) : converter.FromPayload<T>(payload);
    }
}

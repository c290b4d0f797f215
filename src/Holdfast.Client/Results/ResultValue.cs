using Holdfast.Protocol;

namespace Holdfast;

/// <summary>Reads the value that a workflow, query or update gave.</summary>
internal static class ResultValue
{
    /// <summary>The first payload as a value; no payload counts as no value. A <see cref="Payload"/> is given as it is.</summary>
    public static T Read<T>(Payloads result, IDataConverter converter)
    {
        var payload = result.Count > 0 ? result[0] : Payload.Null;
        return typeof(T) == typeof(Payload) ? (T)(object)payload : converter.FromPayload<T>(payload);
    }
}

using System.Text.Json.Serialization.Metadata;

namespace Holdfast.Agents;

/// <summary>JSON metadata of what agents record.</summary>
public static class AgentJson
{
    /// <summary>
    /// For hosts that switch reflection-based JSON off: <c>new JsonDataConverter(AgentJson.TypeInfoResolver)</c>, combined with the host's own metadata. Other
    /// hosts need nothing.
    /// </summary>
    public static IJsonTypeInfoResolver TypeInfoResolver => AgentJsonContext.Default;
}

using System.Security.Cryptography;
using System.Text.Json;

namespace Holdfast.Agents;

/// <summary>A fingerprint of what the model is told of an agent: instructions, model, tools. Equal definitions have equal versions on every host.</summary>
internal static class AgentVersion
{
    private const int HexChars = 16;

    public static string Of(AgentDefinition agent)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            Write(writer, agent);
        }

        return Convert.ToHexStringLower(SHA256.HashData(buffer.ToArray()))[..HexChars];
    }

    private static void Write(Utf8JsonWriter writer, AgentDefinition agent)
    {
        writer.WriteStartArray();
        writer.WriteStringValue(agent.Model);
        writer.WriteStringValue(agent.Instructions);
        foreach (var tool in agent.Tools)
        {
            writer.WriteStringValue(tool.Name);
            writer.WriteStringValue(tool.Function.Description);
            CanonicalJson.Write(writer, tool.Function.JsonSchema);
        }

        writer.WriteEndArray();
    }
}

using System.Text.Json;
using Holdfast.Protocol;

namespace Holdfast.Control;

/// <summary>What was counted, and its groups.</summary>
internal static class CountJson
{
    public static void Write(ControlContext context, Utf8JsonWriter writer, long count, IReadOnlyList<WorkflowCountGroup> groups)
    {
        writer.WriteNumber("count", count);
        writer.WriteStartArray("groups");
        foreach (var group in groups)
        {
            writer.WriteStartObject();
            context.WriteValue(writer, "value", group.Value);
            writer.WriteNumber("count", group.Count);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }
}

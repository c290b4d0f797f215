using System.Text.Json;
using Holdfast.Definitions;
using Holdfast.Protocol;

namespace Holdfast.Worker;

/// <summary>Tells what messages a run takes, and its current details. A catch-all handler has no name.</summary>
internal static class MetadataAnswer
{
    public static Payload Of(WorkflowRun run) => JsonAnswer.Write(writer =>
    {
        writer.WriteStartObject("definition");
        writer.WriteString("type", run.Definition.Name);
        WriteHandlers(writer, "queryDefinitions", run.Registry.Queries.All, BuiltInQueries.All);
        WriteHandlers(writer, "signalDefinitions", run.Registry.Signals.All, []);
        WriteHandlers(writer, "updateDefinitions", run.Registry.Updates.All, []);
        writer.WriteEndObject();
        writer.WriteString("currentDetails", run.CurrentDetails);
    });

    private static void WriteHandlers(Utf8JsonWriter writer, string property, IEnumerable<HandlerDefinition> handlers, IEnumerable<(string Name, string Description)> builtIn)
    {
        var all = handlers.Select(h => (Name: h.IsDynamic ? string.Empty : h.Name, Description: h.Description ?? string.Empty)).Concat(builtIn);
        writer.WriteStartArray(property);
        foreach (var (name, description) in all.OrderBy(h => h.Name, StringComparer.Ordinal))
        {
            writer.WriteStartObject();
            writer.WriteString("name", name);
            writer.WriteString("description", description);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }
}

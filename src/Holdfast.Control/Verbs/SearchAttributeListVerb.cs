using System.Text.Json;
using Holdfast.Protocol;

namespace Holdfast.Control.Verbs;

/// <summary>Lists the search attributes of a namespace.</summary>
internal sealed class SearchAttributeListVerb : IControlVerb
{
    /// <inheritdoc/>
    public async Task ExecuteAsync(ControlContext context, Utf8JsonWriter writer, CancellationToken cancellationToken)
    {
        var attributes = await context.Client.Namespaces.ListSearchAttributesAsync(cancellationToken: cancellationToken);
        writer.WriteStartArray("attributes");
        Write(writer, "registered", attributes.Registered);
        Write(writer, "used", attributes.Used);
        Write(writer, "system", attributes.System);
        writer.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter writer, string origin, IReadOnlyDictionary<string, SearchAttributeType> attributes)
    {
        foreach (var (name, type) in attributes.OrderBy(a => a.Key, StringComparer.Ordinal))
        {
            writer.WriteStartObject();
            writer.WriteString("name", name);
            writer.WriteString("type", type.ToString());
            writer.WriteString("origin", origin);
            writer.WriteEndObject();
        }
    }
}

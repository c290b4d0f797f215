using System.Text.Json;

namespace Holdfast.Control.Verbs;

/// <summary>Lists namespaces.</summary>
internal sealed class NamespaceListVerb : IControlVerb
{
    /// <inheritdoc/>
    public async Task ExecuteAsync(ControlContext context, Utf8JsonWriter writer, CancellationToken cancellationToken)
    {
        writer.WriteStartArray("namespaces");
        foreach (var description in await context.Client.Namespaces.ListAsync(cancellationToken))
        {
            writer.WriteStartObject();
            NamespaceJson.Write(writer, description);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }
}

using System.Text.Json;

namespace Holdfast.Control.Verbs;

/// <summary>Counts activities that clients started, by groups when the filter asks for them.</summary>
internal sealed class CountActivitiesVerb : IControlVerb
{
    /// <inheritdoc/>
    public async Task ExecuteAsync(ControlContext context, Utf8JsonWriter writer, CancellationToken cancellationToken)
    {
        var counted = await context.Client.CountActivitiesAsync(context.Request.Filter ?? string.Empty, cancellationToken);
        writer.WriteNumber("count", counted.Count);
        writer.WriteStartArray("groups");
        foreach (var group in counted.Groups)
        {
            writer.WriteStartObject();
            context.WriteValue(writer, "value", group.Value);
            writer.WriteNumber("count", group.Count);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }
}

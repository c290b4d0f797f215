using System.Text.Json;

namespace Holdfast.Control.Verbs;

/// <summary>Lists the rules of a namespace.</summary>
internal sealed class RuleListVerb : IControlVerb
{
    /// <inheritdoc/>
    public async Task ExecuteAsync(ControlContext context, Utf8JsonWriter writer, CancellationToken cancellationToken)
    {
        writer.WriteStartArray("rules");
        foreach (var rule in await context.Client.Namespaces.ListRulesAsync(cancellationToken))
        {
            writer.WriteStartObject();
            RuleJson.Write(writer, rule);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }
}

using System.Text.Json;

namespace Holdfast.Control.Verbs;

/// <summary>Describes a rule.</summary>
internal sealed class RuleShowVerb : IControlVerb
{
    /// <inheritdoc/>
    public async Task ExecuteAsync(ControlContext context, Utf8JsonWriter writer, CancellationToken cancellationToken) =>
        RuleJson.Write(writer, await context.Client.Namespaces.DescribeRuleAsync(context.Required(context.Request.Name, "a rule ID"), cancellationToken));
}

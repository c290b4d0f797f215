using System.Text.Json;

namespace Holdfast.Control.Verbs;

/// <summary>Deletes a rule.</summary>
internal sealed class RuleDeleteVerb : IControlVerb
{
    /// <inheritdoc/>
    public Task ExecuteAsync(ControlContext context, Utf8JsonWriter writer, CancellationToken cancellationToken) =>
        context.Client.Namespaces.DeleteRuleAsync(context.Required(context.Request.Name, "a rule ID"), cancellationToken);
}

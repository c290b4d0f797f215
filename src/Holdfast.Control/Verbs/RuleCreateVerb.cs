using System.Text.Json;

namespace Holdfast.Control.Verbs;

/// <summary>Creates a rule.</summary>
internal sealed class RuleCreateVerb : IControlVerb
{
    /// <inheritdoc/>
    public async Task ExecuteAsync(ControlContext context, Utf8JsonWriter writer, CancellationToken cancellationToken)
    {
        var request = context.Request;
        WorkflowRuleOptions options = new()
        {
            ActivityFilter = request.ActivityFilter ?? string.Empty,
            RunFilter = request.Filter ?? string.Empty,
            Description = request.Description ?? string.Empty,
            ExpirationTime = request.ExpirationTime,
        };
        RuleJson.Write(writer, await context.Client.Namespaces.CreateRuleAsync(context.Required(request.Name, "a rule ID"), options, cancellationToken));
    }
}

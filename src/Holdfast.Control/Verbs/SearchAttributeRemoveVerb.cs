using System.Text.Json;

namespace Holdfast.Control.Verbs;

/// <summary>Removes a search attribute.</summary>
internal sealed class SearchAttributeRemoveVerb : IControlVerb
{
    /// <inheritdoc/>
    public Task ExecuteAsync(ControlContext context, Utf8JsonWriter writer, CancellationToken cancellationToken) =>
        context.Client.Namespaces.RemoveSearchAttributesAsync([context.Required(context.Request.Name, "a name")], cancellationToken: cancellationToken);
}

using System.Text.Json;

namespace Holdfast.Control.Verbs;

/// <summary>Deletes a namespace with all its runs.</summary>
internal sealed class NamespaceDeleteVerb : IControlVerb
{
    /// <inheritdoc/>
    public Task ExecuteAsync(ControlContext context, Utf8JsonWriter writer, CancellationToken cancellationToken) =>
        context.Client.Namespaces.DeleteAsync(context.Required(context.Request.Namespace, "a namespace"), cancellationToken);
}

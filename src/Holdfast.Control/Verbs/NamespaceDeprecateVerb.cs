using System.Text.Json;

namespace Holdfast.Control.Verbs;

/// <summary>Deprecates a namespace.</summary>
internal sealed class NamespaceDeprecateVerb : IControlVerb
{
    /// <inheritdoc/>
    public Task ExecuteAsync(ControlContext context, Utf8JsonWriter writer, CancellationToken cancellationToken) =>
        context.Client.Namespaces.DeprecateAsync(context.Required(context.Request.Namespace, "a namespace"), cancellationToken);
}

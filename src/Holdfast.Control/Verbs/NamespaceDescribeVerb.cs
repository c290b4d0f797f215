using System.Text.Json;

namespace Holdfast.Control.Verbs;

/// <summary>Describes a namespace.</summary>
internal sealed class NamespaceDescribeVerb : IControlVerb
{
    /// <inheritdoc/>
    public async Task ExecuteAsync(ControlContext context, Utf8JsonWriter writer, CancellationToken cancellationToken) =>
        NamespaceJson.Write(writer, await context.Client.Namespaces.DescribeAsync(context.Request.Namespace, cancellationToken));
}

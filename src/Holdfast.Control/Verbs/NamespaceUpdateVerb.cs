using System.Text.Json;
using Holdfast.Protocol;

namespace Holdfast.Control.Verbs;

/// <summary>Changes a namespace.</summary>
internal sealed class NamespaceUpdateVerb : IControlVerb
{
    /// <inheritdoc/>
    public async Task ExecuteAsync(ControlContext context, Utf8JsonWriter writer, CancellationToken cancellationToken)
    {
        var settings = context.Request.Settings ?? new NamespaceSettings();
        UpdateNamespaceRequest request = new()
        {
            Name = context.Required(context.Request.Namespace, "a namespace"),
            Description = settings.Description,
            OwnerEmail = settings.OwnerEmail,
            Data = settings.Data,
            Retention = settings.Retention,
            ArchivesRuns = settings.ArchivesRuns,
            RegisteredSearchAttributesOnly = settings.RegisteredSearchAttributesOnly,
        };
        NamespaceJson.Write(writer, await context.Client.Namespaces.UpdateAsync(request, cancellationToken));
    }
}

using System.Text.Json;
using Holdfast.Protocol;

namespace Holdfast.Control.Verbs;

/// <summary>Registers a namespace.</summary>
internal sealed class NamespaceCreateVerb : IControlVerb
{
    /// <inheritdoc/>
    public async Task ExecuteAsync(ControlContext context, Utf8JsonWriter writer, CancellationToken cancellationToken)
    {
        var settings = context.Request.Settings ?? new NamespaceSettings();
        var defaults = new RegisterNamespaceRequest { Name = context.Required(context.Request.Namespace, "a namespace") };
        var request = defaults with
        {
            Description = settings.Description ?? defaults.Description,
            OwnerEmail = settings.OwnerEmail ?? defaults.OwnerEmail,
            Data = settings.Data ?? defaults.Data,
            Retention = settings.Retention ?? defaults.Retention,
            ArchivesRuns = settings.ArchivesRuns ?? defaults.ArchivesRuns,
            RegisteredSearchAttributesOnly = settings.RegisteredSearchAttributesOnly ?? defaults.RegisteredSearchAttributesOnly,
        };
        NamespaceJson.Write(writer, await context.Client.Namespaces.RegisterAsync(request, cancellationToken));
    }
}

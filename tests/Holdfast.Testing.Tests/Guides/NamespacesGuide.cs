using Holdfast.Protocol;

namespace Holdfast.Testing.Tests;

/// <summary>The code of docs/guides/namespaces.md.</summary>
internal static class NamespacesGuide
{
    public static async Task ArchiveAsync(IHoldfastClient client) =>
        await client.Namespaces.UpdateAsync(new UpdateNamespaceRequest { Name = client.Namespace, ArchivesRuns = true });

    public static async Task RegisterAsync(IHoldfastClient client)
    {
        await client.Namespaces.RegisterAsync(new RegisterNamespaceRequest
        {
            Name = "billing",
            Description = "invoices and reminders",
            OwnerEmail = "billing@example.org",
            Retention = TimeSpan.FromDays(90),
        });
        await client.Namespaces.UpdateAsync(new UpdateNamespaceRequest { Name = "billing", Retention = TimeSpan.FromDays(365) });
    }
}

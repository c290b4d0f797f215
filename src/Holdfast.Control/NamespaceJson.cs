using System.Text.Json;
using Holdfast.Protocol;

namespace Holdfast.Control;

/// <summary>Namespaces as JSON.</summary>
internal static class NamespaceJson
{
    public static void Write(Utf8JsonWriter writer, NamespaceDescription description)
    {
        var info = description.Info;
        writer.WriteString("name", info.Name);
        writer.WriteString("state", info.State.ToString());
        writer.WriteString("id", info.Id);
        writer.WriteString("description", info.Description);
        writer.WriteString("ownerEmail", info.OwnerEmail);
        writer.WriteString("retention", description.Retention.ToString());
        writer.WriteBoolean("hasOwnRetention", info.Retention is not null);
        writer.WriteBoolean("archivesRuns", info.Archival == ArchivalState.Enabled);
        writer.WriteBoolean("strictAttributes", info.RegisteredSearchAttributesOnly);
        writer.WriteString("createTime", info.CreateTime);
        writer.WriteStartObject("data");
        foreach (var (key, value) in info.Data.OrderBy(e => e.Key, StringComparer.Ordinal))
        {
            writer.WriteString(key, value);
        }

        writer.WriteEndObject();
    }
}

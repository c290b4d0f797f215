using System.Text.Json;
using Holdfast.Cli.Runs;

namespace Holdfast.Cli.Namespaces;

/// <summary>Prints namespaces as a table.</summary>
internal static class NamespaceListView
{
    private static readonly string[] Columns = ["NAMESPACE", "STATE", "RETENTION", "OWNER", "DESCRIPTION"];

    public static void Write(TextWriter output, JsonElement result) =>
        TextTable.Write(output, Columns, [.. result.GetProperty("namespaces").EnumerateArray().Select(RowOf)]);

    private static string[] RowOf(JsonElement info) =>
    [
        info.GetProperty("name").GetString()!,
        info.GetProperty("state").GetString()!,
        info.GetProperty("retention").GetString()!,
        info.GetProperty("ownerEmail").GetString()!,
        info.GetProperty("description").GetString()!,
    ];
}

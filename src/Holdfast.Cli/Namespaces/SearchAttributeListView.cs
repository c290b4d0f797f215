using System.Text.Json;
using Holdfast.Cli.Runs;

namespace Holdfast.Cli.Namespaces;

/// <summary>Prints search attributes as a table.</summary>
internal static class SearchAttributeListView
{
    private static readonly string[] Columns = ["NAME", "TYPE", "ORIGIN"];

    public static void Write(TextWriter output, JsonElement result) =>
        TextTable.Write(output, Columns, [.. result.GetProperty("attributes").EnumerateArray().Select(RowOf)]);

    private static string[] RowOf(JsonElement attribute) =>
        [attribute.GetProperty("name").GetString()!, attribute.GetProperty("type").GetString()!, attribute.GetProperty("origin").GetString()!];
}

using System.Text.Json;

namespace Holdfast.Cli.Runs;

/// <summary>Prints a count, or a table of the counts of groups.</summary>
internal static class RunCountView
{
    private static readonly string[] Columns = ["COUNT", "VALUE"];

    public static void Write(TextWriter output, JsonElement result)
    {
        var rows = result.GetProperty("groups").EnumerateArray().Select(RowOf).ToList();
        if (rows.Count > 0)
        {
            TextTable.Write(output, Columns, rows);
            return;
        }

        output.WriteLine(result.GetProperty("count").GetRawText());
    }

    private static string[] RowOf(JsonElement group)
    {
        var value = group.GetProperty("value");
        return [group.GetProperty("count").GetRawText(), value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText()];
    }
}

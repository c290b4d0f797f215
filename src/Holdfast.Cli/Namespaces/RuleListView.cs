using System.Text.Json;
using Holdfast.Cli.Runs;

namespace Holdfast.Cli.Namespaces;

/// <summary>Prints rules as a table.</summary>
internal static class RuleListView
{
    private static readonly string[] Columns = ["RULE", "ACTIVITIES", "RUNS", "UNTIL", "DESCRIPTION"];

    public static void Write(TextWriter output, JsonElement result)
    {
        var rows = result.GetProperty("rules").EnumerateArray().Select(RowOf).ToList();
        if (rows.Count == 0)
        {
            output.WriteLine("No rules.");
            return;
        }

        TextTable.Write(output, Columns, rows);
    }

    private static string[] RowOf(JsonElement rule) =>
    [
        rule.GetProperty("id").GetString()!,
        rule.GetProperty("activityFilter").GetString()!,
        rule.GetProperty("runFilter").GetString()!,
        rule.TryGetProperty("expirationTime", out var until) ? TextTable.Time(until) : string.Empty,
        rule.GetProperty("description").GetString()!,
    ];
}

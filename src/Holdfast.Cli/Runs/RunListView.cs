using System.Text.Json;

namespace Holdfast.Cli.Runs;

/// <summary>Prints runs as a table.</summary>
internal static class RunListView
{
    private static readonly string[] Columns = ["STATUS", "WORKFLOW ID", "TYPE", "STARTED", "EVENTS", "RUN ID"];

    public static void Write(TextWriter output, JsonElement result)
    {
        var rows = result.GetProperty("runs").EnumerateArray().Select(RowOf).ToList();
        if (rows.Count == 0)
        {
            output.WriteLine("No runs.");
            return;
        }

        TextTable.Write(output, Columns, rows);
    }

    private static string[] RowOf(JsonElement run) =>
    [
        run.GetProperty("status").GetString()!,
        run.GetProperty("workflowId").GetString()!,
        run.GetProperty("workflowType").GetString()!,
        TextTable.Time(run.GetProperty("startTime")),
        run.GetProperty("historyLength").GetRawText(),
        run.GetProperty("runId").GetString()!,
    ];
}

using System.Text.Json;
using Holdfast.Cli.Runs;

namespace Holdfast.Cli.Activities;

/// <summary>Prints activities as a table.</summary>
internal static class ActivityListView
{
    private static readonly string[] Columns = ["STATUS", "ACTIVITY ID", "TYPE", "STARTED", "RUN ID"];

    public static void Write(TextWriter output, JsonElement result)
    {
        var rows = result.GetProperty("activities").EnumerateArray().Select(RowOf).ToList();
        if (rows.Count == 0)
        {
            output.WriteLine("No activities.");
            return;
        }

        TextTable.Write(output, Columns, rows);
    }

    private static string[] RowOf(JsonElement activity) =>
    [
        activity.GetProperty("status").GetString()!,
        activity.GetProperty("activityId").GetString()!,
        activity.GetProperty("activityType").GetString()!,
        TextTable.Time(activity.GetProperty("scheduleTime")),
        activity.GetProperty("runId").GetString()!,
    ];
}

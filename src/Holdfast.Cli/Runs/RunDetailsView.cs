using System.Text.Json;

namespace Holdfast.Cli.Runs;

/// <summary>Prints a run: its facts, what it waits for, and its history when there is one.</summary>
internal static class RunDetailsView
{
    private const int NameColumns = 25;
    private static readonly string[] ActivityColumns = ["ACTIVITY", "TYPE", "STATE", "ATTEMPT", "LAST FAILURE"];
    private static readonly string[] ResetPointColumns = ["BUILD ID", "FIRST TASK IN RUN", "EVENT", "TIME"];
    private static readonly string[] HistoryColumns = ["ID", "TIME", "EVENT"];

    public static void Write(TextWriter output, JsonElement run)
    {
        foreach (var name in new[] { "workflowId", "runId", "workflowType", "taskQueue", "status", "startTime", "closeTime", "historyLength", "historySizeBytes", "externalPayloadCount", "externalPayloadSizeBytes", "archived" })
        {
            if (run.TryGetProperty(name, out var value))
            {
                output.WriteLine($"{name,-NameColumns}{(value.ValueKind == JsonValueKind.String ? value.GetString() : value.GetRawText())}");
            }
        }

        WriteOptions(output, run);
        WriteTask(output, run);
        WriteActivities(output, run.GetProperty("pendingActivities"));
        WriteResetPoints(output, run.GetProperty("autoResetPoints"));
        if (run.TryGetProperty("history", out var history))
        {
            output.WriteLine();
            TextTable.Write(output, HistoryColumns, [.. history.GetProperty("events").EnumerateArray().Select(EventRow)]);
        }
    }

    private static void WriteOptions(TextWriter output, JsonElement run)
    {
        if (run.TryGetProperty("priority", out var priority))
        {
            output.WriteLine($"{"priority",-18}{priority.GetProperty("priorityKey").GetRawText()}, fairness key '{priority.GetProperty("fairnessKey").GetString()}', weight {priority.GetProperty("fairnessWeight").GetRawText()}");
        }

        if (run.TryGetProperty("currentDetails", out var details))
        {
            output.WriteLine($"{"current details",-18}{details.GetString()}");
        }
    }

    private static void WriteTask(TextWriter output, JsonElement run)
    {
        if (run.TryGetProperty("pendingWorkflowTask", out var task))
        {
            output.WriteLine($"{"workflow task",-NameColumns}{(task.GetProperty("started").GetBoolean() ? "running" : "waiting for a worker")}, attempt {task.GetProperty("attempt").GetRawText()}");
            if (task.TryGetProperty("lastFailure", out var failure))
            {
                output.WriteLine($"{"last failure",-NameColumns}{failure.GetString()}");
            }
        }
    }

    private static void WriteActivities(TextWriter output, JsonElement activities)
    {
        if (activities.GetArrayLength() > 0)
        {
            output.WriteLine();
            TextTable.Write(output, ActivityColumns, [.. activities.EnumerateArray().Select(ActivityRow)]);
        }
    }

    private static void WriteResetPoints(TextWriter output, JsonElement points)
    {
        if (points.GetArrayLength() > 0)
        {
            output.WriteLine();
            TextTable.Write(output, ResetPointColumns, [.. points.EnumerateArray().Select(ResetPointRow)]);
        }
    }

    private static string[] ResetPointRow(JsonElement point) =>
    [
        point.GetProperty("buildId").GetString()!,
        point.GetProperty("runId").GetString()!,
        point.GetProperty("firstWorkflowTaskCompletedEventId").GetRawText(),
        TextTable.Time(point.GetProperty("time")),
    ];

    private static string[] ActivityRow(JsonElement activity) =>
    [
        activity.GetProperty("activityId").GetString()!,
        activity.GetProperty("activityType").GetString()!,
        activity.GetProperty("state").GetString()!,
        activity.GetProperty("attempt").GetRawText(),
        activity.TryGetProperty("lastFailure", out var failure) ? failure.GetString()! : string.Empty,
    ];

    private static string[] EventRow(JsonElement item) =>
    [
        item.GetProperty("eventId").GetString()!,
        TextTable.Time(item.GetProperty("eventTime")),
        TextTable.PascalCase(item.GetProperty("eventType").GetString()!["EVENT_TYPE_".Length..]),
    ];
}

using System.Text.Json;
using Holdfast.Protocol;

namespace Holdfast.Control;

/// <summary>Activities that clients started, as JSON.</summary>
internal static class ActivityJson
{
    public static void WriteInfo(Utf8JsonWriter writer, ActivityExecutionInfo info)
    {
        writer.WriteString("activityId", info.ActivityId);
        writer.WriteString("runId", info.RunId.ToString());
        writer.WriteString("activityType", info.ActivityType);
        writer.WriteString("taskQueue", info.TaskQueue);
        writer.WriteString("status", info.Status.ToString());
        writer.WriteString("scheduleTime", info.ScheduleTime);
        if (info.CloseTime is { } closeTime)
        {
            writer.WriteString("closeTime", closeTime);
        }
    }

    public static void WriteDescription(Utf8JsonWriter writer, ActivityExecutionDescription description)
    {
        WriteInfo(writer, description.Info);
        writer.WriteNumber("attempt", description.Attempt);
        WriteText(writer, "state", description.Pending?.State.ToString());
        WriteText(writer, "pauseReason", description.Pending?.Pause?.Reason);
        WriteText(writer, "lastWorkerIdentity", description.LastWorkerIdentity);
        WriteText(writer, "lastFailure", description.LastFailure?.Message);
        WriteText(writer, "cancelReason", description.CancelReason);
        WriteText(writer, "staticSummary", description.StaticSummary);
        WriteText(writer, "staticDetails", description.StaticDetails);
        WriteText(writer, "failure", description.Outcome?.Failure?.Message);
        if (description.Pending?.NextAttemptTime is { } next)
        {
            writer.WriteString("nextAttemptTime", next);
        }
    }

    private static void WriteText(Utf8JsonWriter writer, string name, string? text)
    {
        if (!string.IsNullOrEmpty(text))
        {
            writer.WriteString(name, text);
        }
    }
}

using System.Text.Json;
using Holdfast.Protocol;

namespace Holdfast.Control;

/// <summary>Runs as JSON.</summary>
internal static class RunJson
{
    public static void WriteInfo(Utf8JsonWriter writer, WorkflowExecutionInfo info)
    {
        writer.WriteString("workflowId", info.Execution.WorkflowId);
        writer.WriteString("runId", info.Execution.RunId.ToString());
        writer.WriteString("workflowType", info.WorkflowType);
        writer.WriteString("taskQueue", info.TaskQueue);
        writer.WriteString("status", info.Status.ToString());
        writer.WriteString("startTime", info.StartTime);
        if (info.CloseTime is { } closeTime)
        {
            writer.WriteString("closeTime", closeTime);
        }

        writer.WriteNumber("historyLength", info.HistoryLength);
        writer.WriteNumber("historySizeBytes", info.HistorySizeBytes);
    }

    public static void WriteDescription(Utf8JsonWriter writer, WorkflowExecutionDescription description)
    {
        WriteInfo(writer, description.Info);
        if (description.ExternalPayloadCount > 0)
        {
            writer.WriteNumber("externalPayloadCount", description.ExternalPayloadCount);
            writer.WriteNumber("externalPayloadSizeBytes", description.ExternalPayloadSizeBytes);
        }

        if (description.IsArchived)
        {
            writer.WriteBoolean("archived", true);
        }

        WriteText(writer, "staticSummary", description.StaticSummary);
        WriteText(writer, "staticDetails", description.StaticDetails);
        WriteText(writer, "currentDetails", description.CurrentDetails ?? string.Empty);
        WritePriority(writer, description.Priority);
        writer.WriteStartArray("pendingActivities");
        foreach (var activity in description.PendingActivities)
        {
            WriteActivity(writer, activity);
        }

        writer.WriteEndArray();
        writer.WriteStartArray("pendingChildren");
        foreach (var child in description.PendingChildren)
        {
            writer.WriteStartObject();
            writer.WriteString("workflowId", child.Execution.WorkflowId);
            writer.WriteString("workflowType", child.WorkflowType);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        WriteTask(writer, description.PendingWorkflowTask);
        WriteText(writer, "buildId", description.BuildId);
        WriteResetPoints(writer, description.AutoResetPoints);
    }

    private static void WriteResetPoints(Utf8JsonWriter writer, ResetPointList points)
    {
        writer.WriteStartArray("autoResetPoints");
        foreach (var point in points)
        {
            writer.WriteStartObject();
            writer.WriteString("buildId", point.BuildId);
            writer.WriteString("runId", point.RunId.ToString());
            writer.WriteNumber("firstWorkflowTaskCompletedEventId", point.FirstWorkflowTaskCompletedEventId);
            writer.WriteString("time", point.Time);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    public static void WritePriority(Utf8JsonWriter writer, Priority? priority)
    {
        if (priority is null)
        {
            return;
        }

        writer.WriteStartObject("priority");
        writer.WriteNumber("priorityKey", priority.PriorityKey);
        writer.WriteString("fairnessKey", priority.FairnessKey);
        writer.WriteNumber("fairnessWeight", priority.FairnessWeight);
        writer.WriteEndObject();
    }

    private static void WriteText(Utf8JsonWriter writer, string name, string text)
    {
        if (text.Length > 0)
        {
            writer.WriteString(name, text);
        }
    }

    private static void WriteActivity(Utf8JsonWriter writer, PendingActivityInfo activity)
    {
        writer.WriteStartObject();
        writer.WriteString("activityId", activity.ActivityId);
        writer.WriteString("activityType", activity.ActivityType);
        writer.WriteString("state", activity.State.ToString());
        writer.WriteNumber("attempt", activity.Attempt);
        writer.WriteString("scheduledTime", activity.ScheduledTime);
        if (activity.NextAttemptTime is { } next)
        {
            writer.WriteString("nextAttemptTime", next);
        }

        WriteFailure(writer, activity.LastFailure);
        writer.WriteEndObject();
    }

    private static void WriteTask(Utf8JsonWriter writer, PendingWorkflowTaskInfo? task)
    {
        if (task is null)
        {
            return;
        }

        writer.WriteStartObject("pendingWorkflowTask");
        writer.WriteBoolean("started", task.Started);
        writer.WriteNumber("attempt", task.Attempt);
        WriteFailure(writer, task.LastFailure);
        writer.WriteEndObject();
    }

    private static void WriteFailure(Utf8JsonWriter writer, Failure? failure)
    {
        if (failure is not null)
        {
            writer.WriteString("lastFailure", failure.Message);
        }
    }
}

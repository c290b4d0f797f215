using System.Text.Json;
using Holdfast.Protocol;

namespace Holdfast.Temporal.Json;

/// <summary>Activities.</summary>
internal static class ActivityEventsJson
{
    public static void Scheduled(Utf8JsonWriter writer, ActivityTaskScheduled e)
    {
        writer.WriteName("activityId", e.ActivityId);
        writer.WriteNamed("activityType", e.ActivityType);
        writer.WriteTaskQueue("taskQueue", e.TaskQueue);
        writer.WriteHeader(e.Header);
        writer.WritePayloads("input", e.Input);
        writer.WriteDuration("scheduleToCloseTimeout", e.ScheduleToCloseTimeout);
        writer.WriteDuration("scheduleToStartTimeout", e.ScheduleToStartTimeout);
        writer.WriteDuration("startToCloseTimeout", e.StartToCloseTimeout);
        writer.WriteDuration("heartbeatTimeout", e.HeartbeatTimeout);
        writer.WriteId("workflowTaskCompletedEventId", e.WorkflowTaskCompletedEventId);
        writer.WriteRetryPolicy("retryPolicy", e.RetryPolicy);
        writer.WritePriority("priority", e.Priority);
    }

    public static void Started(Utf8JsonWriter writer, ActivityTaskStarted e)
    {
        writer.WriteId("scheduledEventId", e.ScheduledEventId);
        writer.WriteName("identity", e.Identity);
        writer.WriteInteger("attempt", e.Attempt);
        writer.WriteFailure("lastFailure", e.LastFailure);
    }

    public static void Completed(Utf8JsonWriter writer, ActivityTaskCompleted e)
    {
        writer.WritePayloads("result", e.Result);
        WriteAttempt(writer, e.ScheduledEventId, e.StartedEventId, e.Identity);
    }

    public static void Failed(Utf8JsonWriter writer, ActivityTaskFailed e)
    {
        writer.WriteFailure("failure", e.Failure);
        WriteAttempt(writer, e.ScheduledEventId, e.StartedEventId, e.Identity);
        writer.WriteEnum("retryState", "RETRY_STATE", e.RetryState);
    }

    public static void TimedOut(Utf8JsonWriter writer, ActivityTaskTimedOut e)
    {
        writer.WriteFailure("failure", e.Failure);
        WriteAttempt(writer, e.ScheduledEventId, e.StartedEventId, string.Empty);
        writer.WriteEnum("retryState", "RETRY_STATE", e.RetryState);
    }

    public static void CancelRequested(Utf8JsonWriter writer, ActivityTaskCancelRequested e)
    {
        writer.WriteId("scheduledEventId", e.ScheduledEventId);
        writer.WriteId("workflowTaskCompletedEventId", e.WorkflowTaskCompletedEventId);
    }

    public static void Canceled(Utf8JsonWriter writer, ActivityTaskCanceled e)
    {
        writer.WritePayloads("details", e.Details);
        writer.WriteId("latestCancelRequestedEventId", e.LatestCancelRequestedEventId);
        WriteAttempt(writer, e.ScheduledEventId, e.StartedEventId, e.Identity);
    }

    private static void WriteAttempt(Utf8JsonWriter writer, long scheduledEventId, long startedEventId, string identity)
    {
        writer.WriteId("scheduledEventId", scheduledEventId);
        writer.WriteId("startedEventId", startedEventId);
        writer.WriteName("identity", identity);
    }
}

using System.Text.Json;
using Holdfast.Protocol;

namespace Holdfast.Temporal.Json;

/// <summary>Workflow tasks.</summary>
internal static class WorkflowTaskEventsJson
{
    /// <summary>
    /// Behaviours of Temporal's core that Holdfast's worker shares, by their number in sdk-core's <c>internal_flags.rs</c>: IDs and types are compared on replay,
    /// a patch upserts its search attribute, the command that closes the run comes last.
    /// </summary>
    private static readonly int[] CoreFlags = [1, 2, 3];

    /// <summary>
    /// Behaviours of Temporal's TypeScript SDK that Holdfast's worker shares, by their number in its <c>flags.ts</c>: detached scopes are shielded, and a task's
    /// jobs are one batch with signals and updates first.
    /// </summary>
    private static readonly int[] LanguageFlags = [1, 2];

    private static readonly SuggestContinueAsNewReasons[] Reasons =
        [SuggestContinueAsNewReasons.HistorySizeTooLarge, SuggestContinueAsNewReasons.TooManyHistoryEvents, SuggestContinueAsNewReasons.TooManyUpdates];

    public static void Scheduled(Utf8JsonWriter writer, WorkflowTaskScheduled e)
    {
        writer.WriteTaskQueue("taskQueue", e.TaskQueue);
        writer.WriteDuration("startToCloseTimeout", e.StartToCloseTimeout);
        writer.WriteInteger("attempt", e.Attempt);
    }

    public static void Started(Utf8JsonWriter writer, WorkflowTaskStarted e)
    {
        writer.WriteId("scheduledEventId", e.ScheduledEventId);
        writer.WriteName("identity", e.Identity);
        writer.WriteName("requestId", e.RequestId);
        writer.WriteFlag("suggestContinueAsNew", e.SuggestContinueAsNew);
        WriteReasons(writer, e.SuggestContinueAsNewReasons);
        writer.WriteId("historySizeBytes", e.HistorySizeBytes);
    }

    public static void Completed(Utf8JsonWriter writer, WorkflowTaskCompleted e, bool isFirst)
    {
        writer.WriteId("scheduledEventId", e.ScheduledEventId);
        writer.WriteId("startedEventId", e.StartedEventId);
        writer.WriteName("identity", e.Identity);
        if (e.BuildId.Length != 0)
        {
            writer.WriteStartObject("workerVersion");
            writer.WriteString("buildId", e.BuildId);
            writer.WriteEndObject();
        }

        if (isFirst)
        {
            WriteSdkMetadata(writer);
        }
    }

    public static void TimedOut(Utf8JsonWriter writer, WorkflowTaskTimedOut e)
    {
        writer.WriteId("scheduledEventId", e.ScheduledEventId);
        writer.WriteId("startedEventId", e.StartedEventId);
        writer.WriteEnum("timeoutType", "TIMEOUT_TYPE", e.TimeoutType);
    }

    public static void Failed(Utf8JsonWriter writer, WorkflowTaskFailed e)
    {
        writer.WriteId("scheduledEventId", e.ScheduledEventId);
        writer.WriteId("startedEventId", e.StartedEventId);
        writer.WriteEnum("cause", "WORKFLOW_TASK_FAILED_CAUSE", e.Cause);
        writer.WriteFailure("failure", e.Failure);
        writer.WriteName("identity", e.Identity);
        writer.WriteRunId("baseRunId", e.BaseRunId);
        writer.WriteRunId("newRunId", e.NewRunId);
    }

    private static void WriteReasons(Utf8JsonWriter writer, SuggestContinueAsNewReasons reasons)
    {
        if (reasons == SuggestContinueAsNewReasons.None)
        {
            return;
        }

        writer.WriteStartArray("suggestContinueAsNewReasons");
        foreach (var reason in Reasons.Where(r => reasons.HasFlag(r)))
        {
            writer.WriteStringValue($"SUGGEST_CONTINUE_AS_NEW_REASON_{FieldJson.UpperSnake(reason.ToString())}");
        }

        writer.WriteEndArray();
    }

    private static void WriteSdkMetadata(Utf8JsonWriter writer)
    {
        writer.WriteStartObject("sdkMetadata");
        WriteNumbers(writer, "coreUsedFlags", CoreFlags);
        WriteNumbers(writer, "langUsedFlags", LanguageFlags);
        writer.WriteEndObject();
    }

    private static void WriteNumbers(Utf8JsonWriter writer, string field, int[] numbers)
    {
        writer.WriteStartArray(field);
        foreach (var number in numbers)
        {
            writer.WriteNumberValue(number);
        }

        writer.WriteEndArray();
    }
}

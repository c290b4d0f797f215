using System.Text.Json;
using Holdfast.Protocol;

namespace Holdfast.Temporal.Json;

/// <summary>Failures with their causes.</summary>
internal static class FailureJson
{
    public static void WriteFailure(this Utf8JsonWriter writer, string field, Failure? failure)
    {
        var depth = 0;
        for (var current = failure; current is not null; current = current.Cause)
        {
            writer.WriteStartObject(depth == 0 ? field : "cause");
            WriteFields(writer, current);
            depth++;
        }

        for (; depth > 0; depth--)
        {
            writer.WriteEndObject();
        }
    }

    private static void WriteFields(Utf8JsonWriter writer, Failure failure)
    {
        writer.WriteName("message", failure.Message);
        writer.WriteName("source", failure.Source);
        writer.WriteName("stackTrace", failure.StackTrace);
        writer.WritePayload("encodedAttributes", failure.EncodedAttributes);
        writer.WriteStartObject(InfoName(failure.Info));
        WriteInfo(writer, failure.Info);
        writer.WriteEndObject();
    }

    private static string InfoName(FailureInfo info) => info switch
    {
        FailureInfo.Application => "applicationFailureInfo",
        FailureInfo.Timeout => "timeoutFailureInfo",
        FailureInfo.Canceled => "canceledFailureInfo",
        FailureInfo.Terminated => "terminatedFailureInfo",
        FailureInfo.Server => "serverFailureInfo",
        FailureInfo.Activity => "activityFailureInfo",
        FailureInfo.ChildWorkflow => "childWorkflowExecutionFailureInfo",
        _ => throw new HoldfastException(ErrorCodes.InvariantBroken, $"The failure {info.GetType().Name} has no Temporal form."),
    };

    private static void WriteInfo(Utf8JsonWriter writer, FailureInfo info)
    {
        switch (info)
        {
            case FailureInfo.Application i: WriteApplication(writer, i); break;
            case FailureInfo.Timeout i:
                writer.WriteEnum("timeoutType", "TIMEOUT_TYPE", i.TimeoutType);
                writer.WritePayloads("lastHeartbeatDetails", i.LastHeartbeatDetails);
                break;
            case FailureInfo.Canceled i: writer.WritePayloads("details", i.Details); break;
            case FailureInfo.Server i: writer.WriteFlag("nonRetryable", i.NonRetryable); break;
            case FailureInfo.Activity i: WriteActivity(writer, i); break;
            case FailureInfo.ChildWorkflow i: WriteChild(writer, i); break;
        }
    }

    private static void WriteApplication(Utf8JsonWriter writer, FailureInfo.Application info)
    {
        writer.WriteName("type", info.Type);
        writer.WriteFlag("nonRetryable", info.NonRetryable);
        writer.WritePayloads("details", info.Details);
        writer.WriteDuration("nextRetryDelay", info.NextRetryDelay);
        writer.WriteEnum("category", "APPLICATION_ERROR_CATEGORY", info.Category);
    }

    private static void WriteActivity(Utf8JsonWriter writer, FailureInfo.Activity info)
    {
        writer.WriteId("scheduledEventId", info.ScheduledEventId);
        writer.WriteId("startedEventId", info.StartedEventId);
        writer.WriteName("identity", info.Identity);
        writer.WriteNamed("activityType", info.ActivityType);
        writer.WriteName("activityId", info.ActivityId);
        writer.WriteEnum("retryState", "RETRY_STATE", info.RetryState);
    }

    private static void WriteChild(Utf8JsonWriter writer, FailureInfo.ChildWorkflow info)
    {
        writer.WriteName("namespace", info.Namespace);
        writer.WriteExecution("workflowExecution", info.Execution);
        writer.WriteNamed("workflowType", info.WorkflowType);
        writer.WriteId("initiatedEventId", info.InitiatedEventId);
        writer.WriteId("startedEventId", info.StartedEventId);
        writer.WriteEnum("retryState", "RETRY_STATE", info.RetryState);
    }
}

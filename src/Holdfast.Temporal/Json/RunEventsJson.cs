using System.Text.Json;
using Holdfast.Protocol;

namespace Holdfast.Temporal.Json;

/// <summary>How runs begin and end.</summary>
internal static class RunEventsJson
{
    public static void Started(Utf8JsonWriter writer, WorkflowExecutionStarted e, HistoryContext context)
    {
        writer.WriteNamed("workflowType", e.WorkflowType);
        WriteFamily(writer, e);
        writer.WriteTaskQueue("taskQueue", e.TaskQueue);
        writer.WritePayloads("input", e.Input);
        writer.WriteDuration("workflowExecutionTimeout", e.WorkflowExecutionTimeout);
        writer.WriteDuration("workflowRunTimeout", e.WorkflowRunTimeout);
        writer.WriteDuration("workflowTaskTimeout", e.WorkflowTaskTimeout);
        WriteChain(writer, e, context);
        writer.WriteName("identity", e.Identity);
        writer.WriteRetryPolicy("retryPolicy", e.RetryPolicy);
        writer.WriteInteger("attempt", e.Attempt);
        writer.WriteTime("workflowExecutionExpirationTime", e.WorkflowExecutionExpirationTime);
        writer.WriteName("cronSchedule", e.CronSchedule);
        writer.WriteDuration("firstWorkflowTaskBackoff", e.FirstWorkflowTaskBackoff);
        writer.WriteMemo("memo", e.Memo);
        writer.WriteSearchAttributes(e.SearchAttributes);
        writer.WriteHeader(e.Header);
        writer.WriteName("workflowId", context.Workflow.WorkflowId);
        writer.WritePriority("priority", e.Priority);
        WriteResetPoints(writer, e.PreviousResetPoints);
    }

    private static void WriteResetPoints(Utf8JsonWriter writer, ResetPointList points)
    {
        if (points.Count == 0)
        {
            return;
        }

        writer.WriteStartObject("prevAutoResetPoints");
        writer.WriteStartArray("points");
        foreach (var point in points)
        {
            writer.WriteStartObject();
            writer.WriteName("buildId", point.BuildId);
            writer.WriteRunId("runId", point.RunId);
            writer.WriteId("firstWorkflowTaskCompletedId", point.FirstWorkflowTaskCompletedEventId);
            writer.WriteTime("createTime", point.Time);
            writer.WriteFlag("resettable", value: true);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    public static void Completed(Utf8JsonWriter writer, WorkflowExecutionCompleted e)
    {
        writer.WritePayloads("result", e.Result);
        writer.WriteId("workflowTaskCompletedEventId", e.WorkflowTaskCompletedEventId);
    }

    public static void Failed(Utf8JsonWriter writer, WorkflowExecutionFailed e)
    {
        writer.WriteFailure("failure", e.Failure);
        writer.WriteEnum("retryState", "RETRY_STATE", e.RetryState);
        writer.WriteId("workflowTaskCompletedEventId", e.WorkflowTaskCompletedEventId);
        writer.WriteRunId("newExecutionRunId", e.NewExecutionRunId);
    }

    public static void TimedOut(Utf8JsonWriter writer, WorkflowExecutionTimedOut e)
    {
        writer.WriteEnum("retryState", "RETRY_STATE", e.RetryState);
        writer.WriteRunId("newExecutionRunId", e.NewExecutionRunId);
    }

    public static void Canceled(Utf8JsonWriter writer, WorkflowExecutionCanceled e)
    {
        writer.WriteId("workflowTaskCompletedEventId", e.WorkflowTaskCompletedEventId);
        writer.WritePayloads("details", e.Details);
    }

    public static void Terminated(Utf8JsonWriter writer, WorkflowExecutionTerminated e)
    {
        writer.WriteName("reason", e.Reason);
        writer.WritePayloads("details", e.Details);
        writer.WriteName("identity", e.Identity);
    }

    public static void ContinuedAsNew(Utf8JsonWriter writer, WorkflowExecutionContinuedAsNew e)
    {
        writer.WriteRunId("newExecutionRunId", e.NewExecutionRunId);
        writer.WriteNamed("workflowType", e.WorkflowType);
        writer.WriteTaskQueue("taskQueue", e.TaskQueue);
        writer.WritePayloads("input", e.Input);
        writer.WriteDuration("workflowRunTimeout", e.WorkflowRunTimeout);
        writer.WriteDuration("workflowTaskTimeout", e.WorkflowTaskTimeout);
        writer.WriteId("workflowTaskCompletedEventId", e.WorkflowTaskCompletedEventId);
        writer.WriteDuration("backoffStartInterval", e.BackoffStartInterval);
        writer.WriteEnum("initiator", "CONTINUE_AS_NEW_INITIATOR", e.Initiator);
        writer.WriteFailure("failure", e.Failure);
        writer.WritePayloads("lastCompletionResult", e.LastCompletionResult);
        writer.WriteHeader(e.Header);
        writer.WriteMemo("memo", e.Memo);
        writer.WriteSearchAttributes(e.SearchAttributes);
    }

    private static void WriteFamily(Utf8JsonWriter writer, WorkflowExecutionStarted e)
    {
        if (e.Parent is { } parent)
        {
            writer.WriteName("parentWorkflowNamespace", parent.Namespace);
            writer.WriteExecution("parentWorkflowExecution", parent.Execution);
            writer.WriteId("parentInitiatedEventId", parent.InitiatedEventId);
        }

        writer.WriteExecution("rootWorkflowExecution", e.RootWorkflow);
    }

    private static void WriteChain(Utf8JsonWriter writer, WorkflowExecutionStarted e, HistoryContext context)
    {
        writer.WriteRunId("continuedExecutionRunId", e.ContinuedExecutionRunId);
        writer.WriteEnum("initiator", "CONTINUE_AS_NEW_INITIATOR", e.Initiator ?? default);
        writer.WriteFailure("continuedFailure", e.ContinuedFailure);
        writer.WritePayloads("lastCompletionResult", e.LastCompletionResult);
        writer.WriteRunId("originalExecutionRunId", e.OriginalExecutionRunId ?? context.Workflow.RunId);
        writer.WriteRunId("firstExecutionRunId", e.FirstExecutionRunId);
    }
}

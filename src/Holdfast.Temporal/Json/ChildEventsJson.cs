using System.Text.Json;
using Holdfast.Protocol;

namespace Holdfast.Temporal.Json;

/// <summary>Child workflows.</summary>
internal static class ChildEventsJson
{
    public static void Initiated(Utf8JsonWriter writer, StartChildWorkflowExecutionInitiated e)
    {
        writer.WriteName("namespace", e.Namespace);
        writer.WriteName("workflowId", e.WorkflowId);
        writer.WriteNamed("workflowType", e.WorkflowType);
        writer.WriteTaskQueue("taskQueue", e.TaskQueue);
        writer.WritePayloads("input", e.Input);
        writer.WriteDuration("workflowExecutionTimeout", e.WorkflowExecutionTimeout);
        writer.WriteDuration("workflowRunTimeout", e.WorkflowRunTimeout);
        writer.WriteDuration("workflowTaskTimeout", e.WorkflowTaskTimeout);
        writer.WriteEnum("parentClosePolicy", "PARENT_CLOSE_POLICY", e.ParentClosePolicy);
        writer.WriteId("workflowTaskCompletedEventId", e.WorkflowTaskCompletedEventId);
        writer.WriteEnum("workflowIdReusePolicy", "WORKFLOW_ID_REUSE_POLICY", e.WorkflowIdReusePolicy);
        writer.WriteRetryPolicy("retryPolicy", e.RetryPolicy);
        writer.WriteName("cronSchedule", e.CronSchedule);
        writer.WriteHeader(e.Header);
        writer.WriteMemo("memo", e.Memo);
        writer.WriteSearchAttributes(e.SearchAttributes);
        writer.WritePriority("priority", e.Priority);
    }

    public static void StartFailed(Utf8JsonWriter writer, StartChildWorkflowExecutionFailed e)
    {
        writer.WriteName("namespace", e.Namespace);
        writer.WriteName("workflowId", e.WorkflowId);
        writer.WriteNamed("workflowType", e.WorkflowType);
        writer.WriteEnum("cause", "START_CHILD_WORKFLOW_EXECUTION_FAILED_CAUSE", e.Cause);
        writer.WriteId("initiatedEventId", e.InitiatedEventId);
        writer.WriteId("workflowTaskCompletedEventId", e.WorkflowTaskCompletedEventId);
    }

    public static void Started(Utf8JsonWriter writer, ChildWorkflowExecutionStarted e) =>
        WriteChild(writer, e.Namespace, e.Execution, e.WorkflowType, e.InitiatedEventId, startedEventId: 0);

    public static void Completed(Utf8JsonWriter writer, ChildWorkflowExecutionCompleted e)
    {
        writer.WritePayloads("result", e.Result);
        WriteChild(writer, e.Namespace, e.Execution, e.WorkflowType, e.InitiatedEventId, e.StartedEventId);
    }

    public static void Failed(Utf8JsonWriter writer, ChildWorkflowExecutionFailed e)
    {
        writer.WriteFailure("failure", e.Failure);
        WriteChild(writer, e.Namespace, e.Execution, e.WorkflowType, e.InitiatedEventId, e.StartedEventId);
        writer.WriteEnum("retryState", "RETRY_STATE", e.RetryState);
    }

    public static void Canceled(Utf8JsonWriter writer, ChildWorkflowExecutionCanceled e)
    {
        writer.WritePayloads("details", e.Details);
        WriteChild(writer, e.Namespace, e.Execution, e.WorkflowType, e.InitiatedEventId, e.StartedEventId);
    }

    public static void TimedOut(Utf8JsonWriter writer, ChildWorkflowExecutionTimedOut e)
    {
        WriteChild(writer, e.Namespace, e.Execution, e.WorkflowType, e.InitiatedEventId, e.StartedEventId);
        writer.WriteEnum("retryState", "RETRY_STATE", e.RetryState);
    }

    public static void Terminated(Utf8JsonWriter writer, ChildWorkflowExecutionTerminated e) =>
        WriteChild(writer, e.Namespace, e.Execution, e.WorkflowType, e.InitiatedEventId, e.StartedEventId);

    private static void WriteChild(Utf8JsonWriter writer, string @namespace, WorkflowExecution execution, string workflowType, long initiatedEventId, long startedEventId)
    {
        writer.WriteName("namespace", @namespace);
        writer.WriteExecution("workflowExecution", execution);
        writer.WriteNamed("workflowType", workflowType);
        writer.WriteId("initiatedEventId", initiatedEventId);
        writer.WriteId("startedEventId", startedEventId);
    }
}

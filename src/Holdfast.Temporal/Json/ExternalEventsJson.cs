using System.Text.Json;
using Holdfast.Protocol;

namespace Holdfast.Temporal.Json;

/// <summary>Signals and cancellations that a run sends to others.</summary>
internal static class ExternalEventsJson
{
    public static void CancelInitiated(Utf8JsonWriter writer, RequestCancelExternalWorkflowExecutionInitiated e)
    {
        writer.WriteId("workflowTaskCompletedEventId", e.WorkflowTaskCompletedEventId);
        writer.WriteName("namespace", e.Namespace);
        writer.WriteExecution("workflowExecution", e.Execution);
        writer.WriteFlag("childWorkflowOnly", e.ChildWorkflowOnly);
        writer.WriteName("reason", e.Reason);
    }

    public static void CancelFailed(Utf8JsonWriter writer, RequestCancelExternalWorkflowExecutionFailed e)
    {
        writer.WriteName("cause", $"CANCEL_EXTERNAL_WORKFLOW_EXECUTION_FAILED_CAUSE_{FieldJson.UpperSnake(e.Cause)}");
        Reached(writer, e.Namespace, e.Execution, e.InitiatedEventId);
    }

    public static void SignalInitiated(Utf8JsonWriter writer, SignalExternalWorkflowExecutionInitiated e)
    {
        writer.WriteId("workflowTaskCompletedEventId", e.WorkflowTaskCompletedEventId);
        writer.WriteName("namespace", e.Namespace);
        writer.WriteExecution("workflowExecution", e.Execution);
        writer.WriteName("signalName", e.SignalName);
        writer.WritePayloads("input", e.Input);
        writer.WriteFlag("childWorkflowOnly", e.ChildWorkflowOnly);
        writer.WriteHeader(e.Header);
    }

    public static void SignalFailed(Utf8JsonWriter writer, SignalExternalWorkflowExecutionFailed e)
    {
        writer.WriteEnum("cause", "SIGNAL_EXTERNAL_WORKFLOW_EXECUTION_FAILED_CAUSE", e.Cause);
        Reached(writer, e.Namespace, e.Execution, e.InitiatedEventId);
    }

    public static void Reached(Utf8JsonWriter writer, string @namespace, WorkflowExecution execution, long initiatedEventId)
    {
        writer.WriteId("initiatedEventId", initiatedEventId);
        writer.WriteName("namespace", @namespace);
        writer.WriteExecution("workflowExecution", execution);
    }
}

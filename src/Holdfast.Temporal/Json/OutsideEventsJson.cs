using System.Text.Json;
using Holdfast.Protocol;

namespace Holdfast.Temporal.Json;

/// <summary>What reaches a run from outside.</summary>
internal static class OutsideEventsJson
{
    public static void CancelRequested(Utf8JsonWriter writer, WorkflowExecutionCancelRequested e)
    {
        writer.WriteName("cause", e.Cause);
        writer.WriteName("identity", e.Identity);
    }

    public static void Signaled(Utf8JsonWriter writer, WorkflowExecutionSignaled e)
    {
        writer.WriteName("signalName", e.SignalName);
        writer.WritePayloads("input", e.Input);
        writer.WriteName("identity", e.Identity);
        writer.WriteHeader(e.Header);
        writer.WriteName("requestId", e.RequestId);
    }

    public static void OptionsUpdated(Utf8JsonWriter writer, WorkflowExecutionOptionsUpdated e)
    {
        writer.WriteName("attachedRequestId", e.AttachedRequestId);
        writer.WriteName("identity", e.Identity);
        writer.WritePriority("priority", e.Priority);
    }

    public static void Paused(Utf8JsonWriter writer, string identity, string reason, string requestId)
    {
        writer.WriteName("identity", identity);
        writer.WriteName("reason", reason);
        writer.WriteName("requestId", requestId);
    }
}

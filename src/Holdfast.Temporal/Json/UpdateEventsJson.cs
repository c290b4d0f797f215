using System.Text.Json;
using Holdfast.Protocol;

namespace Holdfast.Temporal.Json;

/// <summary>Updates. In Temporal's protocol the instance ID of an update is its update ID, and its request message is that ID with a suffix.</summary>
internal static class UpdateEventsJson
{
    public static void Admitted(Utf8JsonWriter writer, WorkflowExecutionUpdateAdmitted e)
    {
        WriteRequest(writer, "request", e.UpdateId, e.Identity, e.Name, e.Input, e.Header);
        writer.WriteEnum("origin", "UPDATE_ADMITTED_EVENT_ORIGIN", e.Origin);
    }

    public static void Accepted(Utf8JsonWriter writer, WorkflowExecutionUpdateAccepted e)
    {
        writer.WriteName("protocolInstanceId", e.UpdateId);
        writer.WriteName("acceptedRequestMessageId", $"{e.UpdateId}/request");
        writer.WriteId("acceptedRequestSequencingEventId", e.AcceptedRequestSequencingEventId);
        WriteRequest(writer, "acceptedRequest", e.UpdateId, e.Identity, e.Name, e.Input, e.Header);
    }

    public static void Completed(Utf8JsonWriter writer, WorkflowExecutionUpdateCompleted e)
    {
        WriteMeta(writer, e.UpdateId, identity: string.Empty);
        writer.WriteId("acceptedEventId", e.AcceptedEventId);
        writer.WriteStartObject("outcome");
        if (e.Failure is { } failure)
        {
            writer.WriteFailure("failure", failure);
        }
        else
        {
            writer.WritePropertyName("success");
            PayloadJson.WriteList(writer, e.Result ?? Payloads.Empty);
        }

        writer.WriteEndObject();
    }

    private static void WriteRequest(Utf8JsonWriter writer, string field, string updateId, string identity, string name, Payloads input, PayloadMap header)
    {
        writer.WriteStartObject(field);
        WriteMeta(writer, updateId, identity);
        writer.WriteStartObject("input");
        writer.WriteHeader(header);
        writer.WriteName("name", name);
        writer.WritePayloads("args", input);
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static void WriteMeta(Utf8JsonWriter writer, string updateId, string identity)
    {
        writer.WriteStartObject("meta");
        writer.WriteName("updateId", updateId);
        writer.WriteName("identity", identity);
        writer.WriteEndObject();
    }
}

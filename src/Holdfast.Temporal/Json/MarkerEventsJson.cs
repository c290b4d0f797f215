using System.Text.Json;
using Holdfast.Protocol;

namespace Holdfast.Temporal.Json;

/// <summary>Markers and upserts.</summary>
internal static class MarkerEventsJson
{
    public static void Recorded(Utf8JsonWriter writer, MarkerRecorded e)
    {
        writer.WriteName("markerName", e.MarkerName);
        if (e.Details.Count != 0)
        {
            writer.WriteStartObject("details");
            foreach (var (name, payloads) in e.Details)
            {
                writer.WritePropertyName(name);
                PayloadJson.WriteList(writer, payloads);
            }

            writer.WriteEndObject();
        }

        writer.WriteId("workflowTaskCompletedEventId", e.WorkflowTaskCompletedEventId);
        writer.WriteHeader(e.Header);
        writer.WriteFailure("failure", e.Failure);
    }

    public static void SearchAttributes(Utf8JsonWriter writer, UpsertWorkflowSearchAttributes e)
    {
        writer.WriteId("workflowTaskCompletedEventId", e.WorkflowTaskCompletedEventId);
        writer.WriteSearchAttributes(e.SearchAttributes);
    }

    public static void Properties(Utf8JsonWriter writer, WorkflowPropertiesModified e)
    {
        writer.WriteId("workflowTaskCompletedEventId", e.WorkflowTaskCompletedEventId);
        writer.WriteMemo("upsertedMemo", e.UpsertedMemo);
    }
}

using System.Text.Json;
using Holdfast.Protocol;
using Holdfast.Temporal.Json;

namespace Holdfast.Temporal;

/// <summary>Histories in the form that Temporal's tools read.</summary>
/// <remarks>
/// The form is the JSON mapping of the message <c>temporal.api.history.v1.History</c>, which <c>temporal workflow show --output json</c> prints and the
/// replayers of Temporal's SDKs take. Values that are the default of their kind are left out, as that mapping does.
/// </remarks>
public static class TemporalHistory
{
    /// <summary>Writes a history.</summary>
    /// <param name="writer">Where to; one JSON object is written.</param>
    /// <param name="workflow">The workflow and run that the history is of.</param>
    /// <param name="history">All its events, in order.</param>
    /// <exception cref="HoldfastException"><see cref="ErrorCodes.InvalidArgument"/> when the history is not whole: it must begin with event 1 and have no gaps.</exception>
    public static void WriteJson(Utf8JsonWriter writer, WorkflowExecution workflow, IReadOnlyList<HistoryEvent> history)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(history);
        RequireWhole(history);
        var context = new HistoryContext(workflow, history);
        writer.WriteStartObject();
        writer.WriteStartArray("events");
        foreach (var item in history)
        {
            EventJson.Write(writer, item, context);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    /// <summary>A history as JSON text in UTF-8.</summary>
    /// <param name="workflow">The workflow and run that the history is of.</param>
    /// <param name="history">All its events, in order.</param>
    /// <exception cref="HoldfastException"><see cref="ErrorCodes.InvalidArgument"/> when the history is not whole: it must begin with event 1 and have no gaps.</exception>
    public static byte[] ToJson(WorkflowExecution workflow, IReadOnlyList<HistoryEvent> history)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true }))
        {
            WriteJson(writer, workflow, history);
        }

        return stream.ToArray();
    }

    private static void RequireWhole(IReadOnlyList<HistoryEvent> history)
    {
        for (var i = 0; i < history.Count; i++)
        {
            if (history[i].EventId != i + 1)
            {
                throw new HoldfastException(ErrorCodes.InvalidArgument, $"Event {history[i].EventId} stands where event {i + 1} is expected; a history must be given whole, from event 1. Read all its pages.");
            }
        }
    }
}

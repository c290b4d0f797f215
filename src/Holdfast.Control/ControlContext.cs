using System.Text.Json;
using Holdfast.Protocol;

namespace Holdfast.Control;

/// <summary>A request, and what it is carried out with.</summary>
internal sealed class ControlContext(ControlRequest request, ControlEngine engine)
{
    public ControlRequest Request { get; } = request;

    public IHoldfastClient Client { get; } = engine.ClientOf(request);

    /// <summary>The workflow that is meant.</summary>
    /// <exception cref="HoldfastException"><see cref="ErrorCodes.InvalidArgument"/> when none is named, or the run ID is none.</exception>
    public WorkflowHandle Handle() => Client.GetWorkflowHandle(Required(Request.WorkflowId, "a workflow ID"), RunIdOf(Request.RunId));

    /// <summary>The activity that is meant, which a client started.</summary>
    /// <exception cref="HoldfastException"><see cref="ErrorCodes.InvalidArgument"/> when none is named, or the run ID is none.</exception>
    public ActivityHandle Activity() => Client.GetActivityHandle(Required(Request.ActivityId, "an activity ID"), RunIdOf(Request.RunId));

    /// <summary>A property that the verb cannot do without.</summary>
    public string Required(string? value, string what) =>
        string.IsNullOrEmpty(value) ? throw new HoldfastException(ErrorCodes.InvalidArgument, $"'{Request.Verb}' needs {what}.") : value;

    /// <summary>The arguments, as the client takes them.</summary>
    public IReadOnlyList<object?> Arguments() => [.. (Request.Arguments ?? []).Select(a => a.ValueKind == JsonValueKind.Null ? null : (object?)a)];

    /// <summary>Makes a workflow's histories readable.</summary>
    public HistoryDecoding DecodingOf(string workflowId) => new(engine.Converter, engine.NamespaceOf(Request), workflowId);

    /// <summary>Writes a value: JSON as it is, bytes as base64 with their encoding.</summary>
    public void WriteValue(Utf8JsonWriter writer, string field, Payload payload)
    {
        writer.WritePropertyName(field);
        try
        {
            var value = engine.Converter.FromPayload<JsonElement?>(payload);
            if (value is { } element)
            {
                element.WriteTo(writer);
            }
            else
            {
                writer.WriteNullValue();
            }
        }
        catch (HoldfastException)
        {
            writer.WriteStartObject();
            writer.WriteString("encoding", payload.Encoding);
            writer.WriteBase64String("data", payload.Data.Span);
            writer.WriteEndObject();
        }
    }

    private static RunId RunIdOf(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return RunId.None;
        }

        return Guid.TryParse(text, out var value)
            ? new RunId(value)
            : throw new HoldfastException(ErrorCodes.InvalidArgument, $"'{text}' is no run ID; a run ID is a UUID such as 0199f3a2-7c1e-7000-8000-000000000001.");
    }
}

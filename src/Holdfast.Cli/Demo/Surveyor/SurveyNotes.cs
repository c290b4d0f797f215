using System.Text.Json;
using Holdfast.Agents;
using Holdfast.Cli.Demo.Tools;
using Microsoft.Extensions.AI;

namespace Holdfast.Cli.Demo.Surveyor;

/// <summary>All that the surveyor knows: what the transcript says, and nothing else.</summary>
internal sealed class SurveyNotes
{
    private readonly HashSet<string> _asked = new(StringComparer.Ordinal);
    private readonly Dictionary<string, FunctionCallContent> _calls = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Measurement> _measurements = new(StringComparer.Ordinal);
    private readonly Dictionary<string, FolderListing> _listings = new(StringComparer.Ordinal);
    private readonly Dictionary<string, FileReading> _readings = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SearchResult> _searches = new(StringComparer.Ordinal);

    private SurveyNotes(SurveyTask task) => Task = task;

    /// <summary>What was asked for.</summary>
    public SurveyTask Task { get; }

    /// <summary>Answers of the model so far.</summary>
    public int Turns { get; private set; }

    /// <summary>Tool calls so far.</summary>
    public int ToolCalls => _calls.Count;

    /// <summary>The report that was written; null while none was.</summary>
    public WrittenReport? Written { get; private set; }

    /// <summary>Why the report was not written; null when it was, or was not tried.</summary>
    public string? Refusal { get; private set; }

    /// <summary>Reads a transcript.</summary>
    public static SurveyNotes Of(IEnumerable<ChatMessage> transcript)
    {
        var messages = transcript.ToList();
        var notes = new SurveyNotes(SurveyTask.FromMessage(messages.FirstOrDefault(message => message.Role == ChatRole.User)?.Text ?? string.Empty) ?? new SurveyTask("folder", "report.md"));
        notes.Turns = messages.Count(message => message.Role == ChatRole.Assistant);
        foreach (var content in messages.SelectMany(message => message.Contents))
        {
            notes.Take(content);
        }

        return notes;
    }

    /// <summary>True when the call was asked for already.</summary>
    public bool HasAsked(ScriptedToolCall call) => _asked.Contains(KeyOf(call.Tool, JsonElement.Parse(call.ArgumentsJson)));

    /// <summary>A measurement; null when it was not made, or failed.</summary>
    public Measurement? MeasurementOf(string path) => _measurements.GetValueOrDefault(path);

    /// <summary>A listing; null when it was not made, or failed.</summary>
    public FolderListing? ListingOf(string path) => _listings.GetValueOrDefault(path);

    /// <summary>A reading; null when it was not made, or failed.</summary>
    public FileReading? ReadingOf(string path) => _readings.GetValueOrDefault(path);

    /// <summary>A search; null when it was not made, or failed.</summary>
    public SearchResult? SearchOf(string text) => _searches.GetValueOrDefault(text);

    private static string KeyOf(string tool, JsonElement arguments) =>
        string.Join(' ', [tool, .. arguments.EnumerateObject().OrderBy(argument => argument.Name, StringComparer.Ordinal).Select(argument => $"{argument.Name}={argument.Value.GetRawText()}")]);

    private static JsonElement ArgumentsOf(FunctionCallContent call) =>
        JsonSerializer.SerializeToElement(call.Arguments ?? new Dictionary<string, object?>(StringComparer.Ordinal), AIJsonUtilities.DefaultOptions.GetTypeInfo(typeof(IDictionary<string, object?>)));

    private void Take(AIContent content)
    {
        switch (content)
        {
            case FunctionCallContent call:
                _calls[call.CallId] = call;
                _asked.Add(KeyOf(call.Name, ArgumentsOf(call)));
                break;
            case FunctionResultContent result when _calls.TryGetValue(result.CallId, out var call):
                Take(call.Name, ResultOf(result.Result));
                break;
        }
    }

    /// <summary>The tool's own result: a person may have changed the arguments, and then it comes with a note.</summary>
    private static JsonElement ResultOf(object? result)
    {
        var json = result is JsonElement element ? element : JsonSerializer.SerializeToElement(result, AIJsonUtilities.DefaultOptions.GetTypeInfo(typeof(object)));
        return json.ValueKind == JsonValueKind.Object && json.TryGetProperty("result", out var inner) ? inner : json;
    }

    private void Take(string tool, JsonElement result)
    {
        var isError = result.ValueKind != JsonValueKind.Object || result.TryGetProperty("error", out _);
        switch (tool)
        {
            case WriteReportTool.Name:
                Written = isError ? null : result.Deserialize(ToolJson.Default.WrittenReport);
                Refusal = isError ? TextOf(result) : null;
                break;
            case MeasureTool.Name when !isError && result.Deserialize(ToolJson.Default.Measurement) is { } measurement:
                _measurements[measurement.Path] = measurement;
                break;
            case ListFilesTool.Name when !isError && result.Deserialize(ToolJson.Default.FolderListing) is { } listing:
                _listings[listing.Path] = listing;
                break;
            case ReadFileTool.Name when !isError && result.Deserialize(ToolJson.Default.FileReading) is { } reading:
                _readings[reading.Path] = reading;
                break;
            case SearchTextTool.Name when !isError && result.Deserialize(ToolJson.Default.SearchResult) is { } search:
                _searches[search.Text] = search;
                break;
        }
    }

    private static string TextOf(JsonElement result) => result.ValueKind == JsonValueKind.Object && result.TryGetProperty("error", out var error) ? error.ToString() : result.ToString();
}

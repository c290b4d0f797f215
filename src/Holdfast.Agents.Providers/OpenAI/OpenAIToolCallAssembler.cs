using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.AI;

namespace Holdfast.Agents.Providers;

/// <summary>Puts a response's tool calls together from the pieces in which a stream delivers them.</summary>
internal sealed class OpenAIToolCallAssembler
{
    private readonly List<Call> _calls = [];

    public bool IsEmpty => _calls.Count == 0;

    /// <summary>Takes the calls, or pieces of calls, of one message or delta.</summary>
    public void AddAll(JsonElement message)
    {
        if (message.GetArrayOrNull("tool_calls") is not { } pieces)
        {
            return;
        }

        int position = 0;
        foreach (JsonElement piece in pieces.EnumerateArray())
        {
            Add(piece, piece.GetInt64OrNull("index") ?? position);
            position++;
        }
    }

    /// <summary>The calls, in the order in which they began.</summary>
    /// <param name="responseId">From which a call that came without an ID gets one: the same on every reading.</param>
    public IEnumerable<FunctionCallContent> Complete(string? responseId) => _calls.Select((call, position) => Create(call, position, responseId));

    private void Add(JsonElement piece, long index)
    {
        string? callId = piece.GetStringOrNull("id");
        Call call = FindOpen(index, callId) ?? Begin(index);
        call.Id ??= string.IsNullOrEmpty(callId) ? null : callId;
        if (piece.GetObjectOrNull("function") is not { } function)
        {
            return;
        }

        if (call.Name.Length == 0)
        {
            call.Name = function.GetStringOrNull("name") ?? "";
        }

        call.Arguments.Append(function.GetStringOrNull("arguments") ?? function.GetObjectOrNull("arguments")?.GetRawText());
    }

    // Some servers number every call 0: another ID under the same number is another call.
    private Call? FindOpen(long index, string? callId) =>
        _calls.FindLast(call => call.Index == index && (string.IsNullOrEmpty(callId) || call.Id is null || call.Id == callId));

    private Call Begin(long index)
    {
        Call call = new(index);
        _calls.Add(call);
        return call;
    }

    private static FunctionCallContent Create(Call call, int position, string? responseId)
    {
        string callId = call.Id ?? string.Create(CultureInfo.InvariantCulture, $"{responseId ?? "call"}-{position}");
        string arguments = call.Arguments.ToString();
        FunctionCallContent content = FunctionCallContent.CreateFromParsedArguments(arguments, callId, call.Name, ParseArguments);
        if (content.Exception is not null)
        {
            content.AdditionalProperties = new() { [ModelRequestProperties.RawArguments] = arguments };
        }

        return content;
    }

    private static IDictionary<string, object?>? ParseArguments(string arguments) => string.IsNullOrWhiteSpace(arguments)
        ? new Dictionary<string, object?>(StringComparer.Ordinal)
        : (IDictionary<string, object?>?)JsonSerializer.Deserialize(arguments, AIJsonUtilities.DefaultOptions.GetTypeInfo(typeof(IDictionary<string, object?>)));

    private sealed class Call(long index)
    {
        public long Index { get; } = index;

        public string? Id { get; set; }

        public string Name { get; set; } = "";

        public StringBuilder Arguments { get; } = new();
    }
}

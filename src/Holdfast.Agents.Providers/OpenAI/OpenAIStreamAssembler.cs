using System.Text;
using System.Text.Json;
using Microsoft.Extensions.AI;

namespace Holdfast.Agents.Providers;

/// <summary>
/// Turns the chunks of one streamed response into updates. Text and reasoning pass through as they come; tool calls and a
/// refusal, which mean nothing in pieces, come whole in the last update, and so does the usage, which some servers repeat.
/// </summary>
internal sealed class OpenAIStreamAssembler
{
    private readonly OpenAIToolCallAssembler _toolCalls = new();
    private readonly StringBuilder _refusal = new();
    private string? _responseId;
    private string? _modelId;
    private DateTimeOffset? _createdAt;
    private UsageDetails? _usage;
    private bool _hasFinishReason;
    private bool _hasEnded;

    /// <summary>The stream said that it is complete.</summary>
    public void MarkEnded() => _hasEnded = true;

    public ChatResponseUpdate Add(JsonElement chunk) => OpenAIResponseReader.RequireUnicode(() => AddChunk(chunk));

    /// <summary>The last update, when the stream is over.</summary>
    /// <exception cref="EndOfStreamException">The stream broke off before the model had finished.</exception>
    public ChatResponseUpdate Complete()
    {
        if (!_hasFinishReason && !_hasEnded)
        {
            throw new EndOfStreamException("The stream ended before the model had finished.");
        }

        ChatResponseUpdate update = CreateUpdate(chunk: null);
        if (_refusal.Length > 0)
        {
            update.Contents.Add(new ErrorContent(_refusal.ToString()) { ErrorCode = OpenAIResponseReader.RefusalCode });
        }

        foreach (FunctionCallContent call in _toolCalls.Complete(_responseId))
        {
            update.Contents.Add(call);
        }

        if (_usage is not null)
        {
            update.Contents.Add(new UsageContent(_usage));
        }

        if (!_hasFinishReason)
        {
            update.FinishReason = _toolCalls.IsEmpty ? ChatFinishReason.Stop : ChatFinishReason.ToolCalls;
        }

        return update;
    }

    private ChatResponseUpdate AddChunk(JsonElement chunk)
    {
        OpenAIResponseReader.ThrowIfError(chunk);
        _responseId ??= chunk.GetStringOrNull("id");
        _modelId ??= chunk.GetStringOrNull("model");
        _createdAt ??= OpenAIResponseReader.ReadCreatedAt(chunk);

        ChatResponseUpdate update = CreateUpdate(chunk);
        update.AdditionalProperties = OpenAIResponseReader.ReadAdditionalProperties(chunk);
        if (OpenAIResponseReader.TryGetChoice(chunk, out JsonElement choice))
        {
            AddChoice(choice, update);
        }

        _usage = OpenAIUsageReader.Read(chunk) ?? _usage;
        return update;
    }

    private void AddChoice(JsonElement choice, ChatResponseUpdate update)
    {
        update.FinishReason = OpenAIResponseReader.ReadFinishReason(choice);
        _hasFinishReason |= update.FinishReason is not null;
        if (choice.GetObjectOrNull("delta") is not { } delta)
        {
            return;
        }

        if (OpenAIResponseReader.ReadReasoning(delta) is { Length: > 0 } reasoning)
        {
            update.Contents.Add(new TextReasoningContent(reasoning));
        }

        foreach (string text in OpenAIResponseReader.ReadTexts(delta).Where(text => text.Length > 0))
        {
            update.Contents.Add(new TextContent(text));
        }

        _refusal.Append(delta.GetStringOrNull("refusal"));
        _toolCalls.AddAll(delta);
    }

    private ChatResponseUpdate CreateUpdate(JsonElement? chunk) => new()
    {
        Role = ChatRole.Assistant,
        ResponseId = _responseId,
        MessageId = _responseId,
        ModelId = _modelId,
        CreatedAt = _createdAt,
        RawRepresentation = chunk,
    };
}

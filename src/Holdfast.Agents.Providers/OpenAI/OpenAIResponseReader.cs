using Holdfast.Protocol;
using System.Text.Json;
using Microsoft.Extensions.AI;

namespace Holdfast.Agents.Providers;

/// <summary>Reads a Chat Completions response, missing whatever a compatible server leaves out.</summary>
internal static class OpenAIResponseReader
{
    public const string RefusalCode = "Refusal";

    public static ChatResponse Read(JsonElement response) => RequireUnicode(() => ReadResponse(response));

    /// <summary>Reads what is JSON in form, but whose texts may be half surrogate pairs or bytes that are not UTF-8: those show only when they are read.</summary>
    /// <exception cref="ModelProviderException">They are.</exception>
    public static T RequireUnicode<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (InvalidOperationException exception)
        {
            throw Malformed("a text in it is not Unicode", exception);
        }
    }

    public static void ThrowIfError(JsonElement response)
    {
        if (ProviderError.TryRead(response) is not { } error)
        {
            return;
        }

        string type = error.Type ?? ModelErrorTypes.Unknown;
        bool isRetryable = error.StatusCode is { } status ? HttpFailure.IsRetryable(status) : HttpFailure.IsRetryable(type);
        throw new ModelProviderException(
            ErrorCodes.ModelCallRefused,
            $"The provider reported an error inside its response ({type}): {error.Message}",
            new ModelFailure(type, isRetryable, StatusCode: error.StatusCode));
    }

    public static bool TryGetChoice(JsonElement response, out JsonElement choice)
    {
        choice = default;
        if (response.GetArrayOrNull("choices") is not { } choices || choices.GetArrayLength() == 0)
        {
            return false;
        }

        choice = choices[0];
        return choice.ValueKind == JsonValueKind.Object;
    }

    public static ChatFinishReason? ReadFinishReason(JsonElement choice) => choice.GetStringOrNull("finish_reason") switch
    {
        null or "" => null,
        "stop" => ChatFinishReason.Stop,
        "length" => ChatFinishReason.Length,
        "tool_calls" or "function_call" => ChatFinishReason.ToolCalls,
        "content_filter" => ChatFinishReason.ContentFilter,
        var other => new ChatFinishReason(other),
    };

    public static DateTimeOffset? ReadCreatedAt(JsonElement response) =>
        response.GetInt64OrNull("created") is { } seconds and > 0 and < MaxUnixSeconds ? DateTimeOffset.FromUnixTimeSeconds(seconds) : null;

    // vLLM, DeepSeek and others say reasoning_content, newer vLLM, Ollama and OpenRouter say reasoning.
    public static string? ReadReasoning(JsonElement message) =>
        message.GetStringOrNull("reasoning_content") ?? message.GetStringOrNull("reasoning");

    public static IEnumerable<string> ReadTexts(JsonElement message)
    {
        if (message.GetStringOrNull("content") is { } text)
        {
            return [text];
        }

        return message.GetArrayOrNull("content") is { } parts
            ? parts.EnumerateArray().Select(part => part.GetStringOrNull("text")).OfType<string>()
            : [];
    }

    public static AdditionalPropertiesDictionary? ReadAdditionalProperties(JsonElement response)
    {
        AdditionalPropertiesDictionary properties = [];
        foreach (string name in (ReadOnlySpan<string>)["system_fingerprint", "service_tier"])
        {
            if (response.GetStringOrNull(name) is { } value)
            {
                properties[name] = value;
            }
        }

        return properties.Count > 0 ? properties : null;
    }

    public static ModelProviderException Malformed(string reason, Exception? innerException = null) => new(
        ErrorCodes.ModelResponseInvalid,
        $"The response does not follow the Chat Completions format: {reason}.",
        new ModelFailure(ModelErrorTypes.InvalidResponse, IsRetryable: true),
        innerException);

    private const long MaxUnixSeconds = 253_402_300_800;

    private static ChatResponse ReadResponse(JsonElement response)
    {
        ThrowIfError(response);
        if (!TryGetChoice(response, out JsonElement choice) || choice.GetObjectOrNull("message") is not { } message)
        {
            throw Malformed("it has no choices");
        }

        string? responseId = response.GetStringOrNull("id");
        List<AIContent> contents = ReadContents(message, responseId);
        ChatMessage answer = new(ChatRole.Assistant, contents)
        {
            MessageId = responseId,
            CreatedAt = ReadCreatedAt(response),
            RawRepresentation = message,
        };
        return new ChatResponse(answer)
        {
            ResponseId = responseId,
            ModelId = response.GetStringOrNull("model"),
            CreatedAt = answer.CreatedAt,
            FinishReason = ReadFinishReason(choice) ?? (contents.Exists(content => content is FunctionCallContent) ? ChatFinishReason.ToolCalls : ChatFinishReason.Stop),
            Usage = OpenAIUsageReader.Read(response),
            RawRepresentation = response,
            AdditionalProperties = ReadAdditionalProperties(response),
        };
    }

    private static List<AIContent> ReadContents(JsonElement message, string? responseId)
    {
        List<AIContent> contents = [];
        if (ReadReasoning(message) is { Length: > 0 } reasoning)
        {
            contents.Add(new TextReasoningContent(reasoning));
        }

        contents.AddRange(ReadTexts(message).Where(text => text.Length > 0).Select(text => new TextContent(text)));
        if (message.GetStringOrNull("refusal") is { Length: > 0 } refusal)
        {
            contents.Add(new ErrorContent(refusal) { ErrorCode = RefusalCode });
        }

        OpenAIToolCallAssembler calls = new();
        calls.AddAll(message);
        contents.AddRange(calls.Complete(responseId));
        return contents;
    }
}

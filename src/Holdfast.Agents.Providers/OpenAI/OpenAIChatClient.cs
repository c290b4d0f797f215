using System.ClientModel;
using System.ClientModel.Primitives;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Microsoft.Extensions.AI;
using OpenAI.Chat;
using ChatMessage = Microsoft.Extensions.AI.ChatMessage;

namespace Holdfast.Agents.Providers;

/// <summary>
/// An <see cref="IChatClient"/> on the Chat Completions API of OpenAI and of the many servers that speak it (Ollama, vLLM, …).
/// </summary>
/// <remarks>
/// <para>Safe for concurrent use. It does not retry: whether the inner client does is its retry policy's affair.</para>
/// <para>The response's ID and time are the provider's; a provider that gives none leaves them null. Answers are read leniently,
/// because compatible servers leave fields out and invent values. <see cref="ChatResponse.RawRepresentation"/> is the
/// response's <see cref="JsonElement"/>.</para>
/// <para><see cref="ChatOptions.RawRepresentationFactory"/> may return a <see cref="ChatCompletionOptions"/> or a
/// <see cref="System.Text.Json.Nodes.JsonObject"/> to start the request body from; what it sets wins over the other options.
/// <see cref="ChatOptions.TopK"/>, <see cref="ChatOptions.ConversationId"/> and background responses do not exist in this API
/// and are not sent.</para>
/// </remarks>
public sealed class OpenAIChatClient : IChatClient
{
    private const string EndOfStream = "[DONE]";

    private readonly ChatClient _chatClient;
    private readonly OpenAIRequestWriter _requestWriter;
    private readonly ChatClientMetadata _metadata;

    /// <summary>Creates the adapter.</summary>
    /// <param name="chatClient">OpenAI's client, which knows the endpoint and the key.</param>
    /// <param name="modelId">The model to ask where a request names none.</param>
    /// <param name="endpoint">The endpoint the client was made for; null: OpenAI's own.</param>
    /// <param name="maxTokensField">Under which name the output limit is sent.</param>
    public OpenAIChatClient(ChatClient chatClient, string modelId, Uri? endpoint = null, MaxTokensField maxTokensField = MaxTokensField.Automatic)
    {
        ArgumentNullException.ThrowIfNull(chatClient);
        ArgumentException.ThrowIfNullOrWhiteSpace(modelId);
        endpoint ??= OpenAIEndpoint.Official;
        _chatClient = chatClient;
        _requestWriter = new OpenAIRequestWriter(modelId, OpenAIEndpoint.Resolve(maxTokensField, endpoint));
        _metadata = new ChatClientMetadata("openai", endpoint, modelId);
    }

    /// <inheritdoc/>
    public async Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        using BinaryContent body = BinaryContent.Create(_requestWriter.Write(this, messages, options, isStreamed: false));
        ClientResult result = await _chatClient.CompleteChatAsync(body, CreateRequestOptions(options, bufferResponse: true, cancellationToken));
        using PipelineResponse response = result.GetRawResponse();
        return OpenAIResponseReader.Read(ParseResponse(response.Content));
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        using BinaryContent body = BinaryContent.Create(_requestWriter.Write(this, messages, options, isStreamed: true));
        ClientResult result = await _chatClient.CompleteChatAsync(body, CreateRequestOptions(options, bufferResponse: false, cancellationToken));
        using PipelineResponse response = result.GetRawResponse();
        Stream stream = response.ContentStream ?? throw OpenAIResponseReader.Malformed("the response has no body");
        OpenAIStreamAssembler assembler = new();
        await foreach (SseItem<string> item in SseParser.Create(stream).EnumerateAsync(cancellationToken))
        {
            if (string.Equals(item.Data, EndOfStream, StringComparison.Ordinal))
            {
                assembler.MarkEnded();
                break;
            }

            yield return assembler.Add(ParseChunk(item.Data));
        }

        yield return assembler.Complete();
    }

    /// <inheritdoc/>
    public object? GetService(Type serviceType, object? serviceKey = null)
    {
        ArgumentNullException.ThrowIfNull(serviceType);
        return serviceKey is not null ? null
            : serviceType == typeof(ChatClientMetadata) ? _metadata
            : serviceType == typeof(ChatClient) ? _chatClient
            : serviceType.IsInstanceOfType(this) ? this
            : null;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        // The inner client holds nothing; the transport belongs to whoever made it.
    }

    private static RequestOptions CreateRequestOptions(ChatOptions? options, bool bufferResponse, CancellationToken cancellationToken)
    {
        RequestOptions request = new() { BufferResponse = bufferResponse, CancellationToken = cancellationToken };
        if (IdempotencyKeys.Find(options) is { } idempotencyKey)
        {
            request.SetHeader(IdempotencyKeys.HeaderName, idempotencyKey);
        }

        return request;
    }

    private static JsonElement ParseResponse(BinaryData content)
    {
        try
        {
            return JsonElement.Parse(content.ToMemory().Span);
        }
        catch (JsonException exception)
        {
            throw OpenAIResponseReader.Malformed("the response is not JSON", exception);
        }
    }

    private static JsonElement ParseChunk(string data)
    {
        try
        {
            return JsonElement.Parse(data);
        }
        catch (JsonException exception)
        {
            throw OpenAIResponseReader.Malformed("an event of the stream is not JSON", exception);
        }
    }
}

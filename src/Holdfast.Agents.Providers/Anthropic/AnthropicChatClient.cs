using System.Runtime.CompilerServices;
using Anthropic;
using Microsoft.Extensions.AI;

namespace Holdfast.Agents.Providers;

/// <summary>
/// Anthropic's own chat client, with what a journal needs: the idempotency key as a header, and no times that the provider
/// did not give.
/// </summary>
internal sealed class AnthropicChatClient(IAnthropicClient client, string modelId, int defaultMaxOutputTokens) : IChatClient
{
    private readonly IChatClient _chatClient = client.AsIChatClient(modelId, defaultMaxOutputTokens);

    public async Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        ChatResponse response = await ClientFor(options).GetResponseAsync(messages, options, cancellationToken);

        // Anthropic's API gives no time; its client fills in the wall clock.
        response.CreatedAt = null;
        foreach (ChatMessage message in response.Messages)
        {
            message.CreatedAt = null;
        }

        return response;
    }

    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await foreach (ChatResponseUpdate update in ClientFor(options).GetStreamingResponseAsync(messages, options, cancellationToken))
        {
            update.CreatedAt = null;
            yield return update;
        }
    }

    public object? GetService(Type serviceType, object? serviceKey = null) => _chatClient.GetService(serviceType, serviceKey);

    public void Dispose()
    {
        _chatClient.Dispose();
        client.Dispose();
    }

    // Its client takes headers per client, not per request; a client is an options struct around the same connections.
    private IChatClient ClientFor(ChatOptions? options) => IdempotencyKeys.Find(options) is { } idempotencyKey
        ? client.WithOptions(settings => settings with { ExtraHeaders = Merge(settings.ExtraHeaders, idempotencyKey) }).AsIChatClient(modelId, defaultMaxOutputTokens)
        : _chatClient;

    private static Dictionary<string, string> Merge(IReadOnlyDictionary<string, string>? headers, string idempotencyKey) =>
        new(headers ?? new Dictionary<string, string>(), StringComparer.OrdinalIgnoreCase) { [IdempotencyKeys.HeaderName] = idempotencyKey };
}

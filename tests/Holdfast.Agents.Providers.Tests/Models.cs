using Microsoft.Extensions.AI;

namespace Holdfast.Agents.Providers.Tests;

/// <summary>Catalogs with one model, as the tests need them.</summary>
public static class Models
{
    public const string Name = "under-test";
    public const string Key = "test-key/with+odd=characters-0123456789";

    public static ModelCatalog OpenAI(FakeModelServer server, Action<ModelProviderOptions>? configure = null, TimeProvider? timeProvider = null) =>
        Create("openai", $"{server.Url}/v1", configure, timeProvider);

    public static ModelCatalog Anthropic(FakeModelServer server, Action<ModelProviderOptions>? configure = null, TimeProvider? timeProvider = null) =>
        Create("anthropic", server.Url, configure, timeProvider);

    public static ModelCatalog Create(string provider, string baseUrl, Action<ModelProviderOptions>? configure = null, TimeProvider? timeProvider = null)
    {
        ModelProviderOptions options = new() { Provider = provider, Model = "test-model", BaseUrl = baseUrl, ApiKey = new ApiKey(Key) };
        configure?.Invoke(options);
        ApiKeyResolver apiKeys = new(_ => null);
        return new ModelCatalog(
            [new OpenAIModelProvider(apiKeys, timeProvider ?? TimeProvider.System), new AnthropicModelProvider(apiKeys, timeProvider ?? TimeProvider.System)],
            [KeyValuePair.Create(Name, options)],
            timeProvider);
    }

    public static IChatClient Client(this ModelCatalog catalog) => catalog.GetChatClient(Name);

    public static async Task<IReadOnlyList<ChatResponseUpdate>> CollectAsync(IAsyncEnumerable<ChatResponseUpdate> updates)
    {
        List<ChatResponseUpdate> read = [];
        await foreach (ChatResponseUpdate update in updates)
        {
            read.Add(update);
        }

        return read;
    }
}

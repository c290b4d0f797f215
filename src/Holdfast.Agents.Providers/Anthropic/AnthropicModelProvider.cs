using Anthropic;
using Anthropic.Core;
using Microsoft.Extensions.AI;

namespace Holdfast.Agents.Providers;

/// <summary>Anthropic's Messages API.</summary>
internal sealed class AnthropicModelProvider(ApiKeyResolver apiKeys, TimeProvider timeProvider) : IModelProvider
{
    private const string OfficialBaseUrl = "https://api.anthropic.com";

    public string Name => "anthropic";

    public IChatClient CreateChatClient(string modelName, ModelProviderOptions options)
    {
        bool isOwnHost = options.BaseUrl is null || new Uri(options.BaseUrl).Host.EndsWith(".anthropic.com", StringComparison.OrdinalIgnoreCase);
        options.ApiKey = apiKeys.Resolve(modelName, options, "ANTHROPIC_API_KEY", isOwnHost);

        // Everything is set, null too, so that the client looks for nothing in the environment: what it calls and with which
        // key is what the configuration says.
        ClientOptions clientOptions = new()
        {
            ApiKey = options.ApiKey?.Reveal(),
            AuthToken = null,
            BaseUrl = options.BaseUrl ?? OfficialBaseUrl,
            HttpClient = ModelHttpClient.Create(options.ApiKey, timeProvider),
            MaxRetries = 0,
            Timeout = Timeout.InfiniteTimeSpan,
        };
#pragma warning disable CA2000 // The chat client disposes the client it is made of.
        return new AnthropicChatClient(
            new AnthropicClient(clientOptions), options.Model, options.MaxOutputTokens ?? ModelProviderOptions.DefaultAnthropicMaxOutputTokens);
#pragma warning restore CA2000
    }
}

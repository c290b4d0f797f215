using System.ClientModel;
using System.ClientModel.Primitives;
using Microsoft.Extensions.AI;
using OpenAI;
using OpenAI.Chat;

namespace Holdfast.Agents.Providers;

/// <summary>OpenAI, and every server that speaks its Chat Completions API.</summary>
internal sealed class OpenAIModelProvider(ApiKeyResolver apiKeys, TimeProvider timeProvider) : IModelProvider
{
    // The client insists on a key; the HTTP handler takes the header off again.
    private const string NoKey = "none";

    public string Name => "openai";

    public IChatClient CreateChatClient(string modelName, ModelProviderOptions options)
    {
        Uri endpoint = options.BaseUrl is null ? OpenAIEndpoint.Official : new Uri(options.BaseUrl);
        options.ApiKey = apiKeys.Resolve(modelName, options, "OPENAI_API_KEY", OpenAIEndpoint.IsOfficial(endpoint));
#pragma warning disable CA2000 // The owning chat client disposes both.
        HttpClient httpClient = ModelHttpClient.Create(options.ApiKey, timeProvider);
        OpenAIClientOptions clientOptions = new()
        {
            Endpoint = endpoint,
            NetworkTimeout = Timeout.InfiniteTimeSpan,
            RetryPolicy = new ClientRetryPolicy(maxRetries: 0),
            Transport = new HttpClientPipelineTransport(httpClient),
        };
        ChatClient chatClient = new(options.Model, new ApiKeyCredential(options.ApiKey?.Reveal() ?? NoKey), clientOptions);
        return new OwningChatClient(new OpenAIChatClient(chatClient, options.Model, endpoint, options.MaxTokensField), httpClient);
#pragma warning restore CA2000
    }
}

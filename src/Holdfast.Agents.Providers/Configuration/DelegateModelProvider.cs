using Microsoft.Extensions.AI;

namespace Holdfast.Agents.Providers;

/// <summary>A provider that is one function.</summary>
internal sealed class DelegateModelProvider(string name, Func<string, ModelProviderOptions, IChatClient> createChatClient) : IModelProvider
{
    public string Name => name;

    public IChatClient CreateChatClient(string modelName, ModelProviderOptions options) => createChatClient(modelName, options);
}

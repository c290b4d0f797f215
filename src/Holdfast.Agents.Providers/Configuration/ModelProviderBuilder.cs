using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;

namespace Holdfast.Agents.Providers;

/// <summary>Adds providers and models to those that the configuration names.</summary>
public sealed class ModelProviderBuilder
{
    internal ModelProviderBuilder(IServiceCollection services) => Services = services;

    /// <summary>The services that are being added to.</summary>
    public IServiceCollection Services { get; }

    /// <summary>Registers a provider, such as <c>scripted</c> for tests; one with a known name replaces it.</summary>
    public ModelProviderBuilder AddProvider(IModelProvider provider)
    {
        Services.AddSingleton(provider);
        return this;
    }

    /// <summary>Registers a provider that is a function from the model's configured name and options to its client.</summary>
    public ModelProviderBuilder AddProvider(string name, Func<string, ModelProviderOptions, IChatClient> createChatClient) =>
        AddProvider(new DelegateModelProvider(name, createChatClient));

    /// <summary>Adds a model that is configured in code.</summary>
    /// <param name="modelName">The name by which agents and histories know it.</param>
    /// <param name="options">Its options.</param>
    public ModelProviderBuilder AddModel(string modelName, ModelProviderOptions options)
    {
        Services.AddSingleton(new NamedModel(modelName, options));
        return this;
    }
}

using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Holdfast.Agents.Providers;

/// <summary>Registers the model providers.</summary>
public static class ModelProviderServiceCollectionExtensions
{
    /// <summary>
    /// Registers <see cref="IChatClientProvider"/>, <see cref="IModelFailureClassifier"/> and the providers <c>openai</c> and
    /// <c>anthropic</c>. May be called several times; the models add up.
    /// </summary>
    /// <param name="services">The services to add to.</param>
    /// <param name="models">A section with one child per model: its key is the model's name, its values a <see cref="ModelProviderOptions"/>. Null: no models yet.</param>
    /// <exception cref="Holdfast.Protocol.HoldfastException">HF3403: a setting is not known or cannot be read.</exception>
    public static ModelProviderBuilder AddModelProviders(this IServiceCollection services, IConfigurationSection? models = null)
    {
        ModelProviderBuilder builder = new(services);
        foreach (IConfigurationSection model in models?.GetChildren() ?? [])
        {
            builder.AddModel(model.Key, ModelProviderOptionsReader.Read(model));
        }

        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(new ApiKeyResolver(Environment.GetEnvironmentVariable));
        services.TryAddSingleton<IModelFailureClassifier>(provider => new ModelFailureClassifier(provider.GetRequiredService<TimeProvider>()));
        services.TryAddSingleton(CreateCatalog);
        services.TryAddSingleton<IChatClientProvider>(provider => provider.GetRequiredService<ModelCatalog>());
        return builder;
    }

    private static ModelCatalog CreateCatalog(IServiceProvider services)
    {
        TimeProvider timeProvider = services.GetRequiredService<TimeProvider>();
        ApiKeyResolver apiKeys = services.GetRequiredService<ApiKeyResolver>();
        return new ModelCatalog(
            [new OpenAIModelProvider(apiKeys, timeProvider), new AnthropicModelProvider(apiKeys, timeProvider), .. services.GetServices<IModelProvider>()],
            services.GetServices<NamedModel>().Select(model => KeyValuePair.Create(model.ModelName, model.Options)),
            timeProvider);
    }
}

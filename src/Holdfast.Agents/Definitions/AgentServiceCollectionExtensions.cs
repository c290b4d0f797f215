using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Holdfast.Agents;

/// <summary>Registers agents.</summary>
public static class AgentServiceCollectionExtensions
{
    /// <summary>
    /// Registers the <see cref="AgentRegistry"/> and the activities that agents run on: <see cref="AgentActivities"/>, <see cref="ModelActivities"/> and
    /// <see cref="ToolActivities"/>. May be called several times; the agents add up.
    /// </summary>
    /// <param name="services">The services to add to.</param>
    /// <param name="configure">Adds the agents.</param>
    public static IServiceCollection AddAgents(this IServiceCollection services, Action<AgentsBuilder> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(CreateRegistry);
        services.TryAddSingleton(provider => new ModelDirectory(provider.GetServices<NamedChatClient>(), provider.GetService<IChatClientProvider>()));
        services.TryAddSingleton<ToolCallPlanner>();
        services.TryAddSingleton<AgentActivities>();
        services.TryAddSingleton<ModelActivities>();
        services.TryAddSingleton<ToolActivities>();
        configure(new AgentsBuilder(services));
        return services;
    }

    private static AgentRegistry CreateRegistry(IServiceProvider services) =>
        new([.. services.GetServices<AgentDefinition>(), .. services.GetServices<Func<IServiceProvider, AgentDefinition>>().Select(create => create(services))]);
}

using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;

namespace Holdfast.Agents;

/// <summary>Adds agents, and models for them, to a host.</summary>
public sealed class AgentsBuilder
{
    internal AgentsBuilder(IServiceCollection services) => Services = services;

    /// <summary>The services that are being added to.</summary>
    public IServiceCollection Services { get; }

    /// <summary>Adds an agent.</summary>
    public AgentsBuilder Add(AgentDefinition agent)
    {
        Services.AddSingleton(agent);
        return this;
    }

    /// <summary>Adds an agent whose tools need the host's services.</summary>
    /// <param name="create">Makes the definition, once.</param>
    public AgentsBuilder Add(Func<IServiceProvider, AgentDefinition> create)
    {
        Services.AddSingleton(create);
        return this;
    }

    /// <summary>Adds a model that is an object, such as a <see cref="ScriptedChatClient"/>; it comes before one of that name from an <see cref="IChatClientProvider"/>.</summary>
    /// <param name="modelName">The name by which agents know it; letter case does not matter.</param>
    /// <param name="client">The client. The host does not dispose it.</param>
    public AgentsBuilder AddModel(string modelName, IChatClient client)
    {
        Services.AddSingleton(new NamedChatClient(modelName, client));
        return this;
    }
}

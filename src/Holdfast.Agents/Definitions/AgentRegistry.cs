using Holdfast.Protocol;

namespace Holdfast.Agents;

/// <summary>The agents of this host, by name.</summary>
/// <remarks>Immutable; safe from any thread.</remarks>
public sealed class AgentRegistry
{
    private readonly SortedDictionary<string, RegisteredAgent> _agents = new(StringComparer.Ordinal);

    /// <summary>Takes in the agents and checks them.</summary>
    /// <exception cref="HoldfastException"><see cref="ErrorCodes.AgentDefinitionInvalid"/> when a definition breaks a rule or two have one name.</exception>
    public AgentRegistry(IEnumerable<AgentDefinition> definitions)
    {
        foreach (var definition in definitions)
        {
            AgentDefinitionRules.Check(definition);
            if (!_agents.TryAdd(definition.Name, new RegisteredAgent(definition)))
            {
                throw new HoldfastException(ErrorCodes.AgentDefinitionInvalid, $"Two agents are named '{definition.Name}'.");
            }
        }

        Names = [.. _agents.Keys];
    }

    /// <summary>The agents' names, sorted.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>An agent.</summary>
    /// <exception cref="HoldfastException"><see cref="ErrorCodes.AgentUnknown"/> naming the agents that are known.</exception>
    public AgentDefinition Get(string name) => Find(name).Definition;

    internal RegisteredAgent Find(string name) => _agents.TryGetValue(name, out var agent)
        ? agent
        : throw new HoldfastException(ErrorCodes.AgentUnknown, $"This worker has no agent named '{name}'. It has: {(Names.Count == 0 ? "none" : string.Join(", ", Names))}.");
}

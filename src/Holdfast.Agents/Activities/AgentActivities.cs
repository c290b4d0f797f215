namespace Holdfast.Agents;

/// <summary>Tells workflows what this host knows of agents.</summary>
/// <param name="agents">The host's agents.</param>
public sealed class AgentActivities(AgentRegistry agents)
{
    /// <summary>Describes an agent for a run that begins.</summary>
    /// <exception cref="Holdfast.Protocol.HoldfastException"><see cref="Holdfast.Protocol.ErrorCodes.AgentUnknown"/>; retried, because another worker or the next deployment may know it.</exception>
    [Activity(StartToCloseTimeout = "00:00:30")]
    public Task<AgentDescriptor> DescribeAgentAsync(string agent) => Task.FromResult(agents.Find(agent).Descriptor);
}

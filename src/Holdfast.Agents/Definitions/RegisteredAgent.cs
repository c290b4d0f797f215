using Holdfast.Protocol;
using Microsoft.Extensions.AI;

namespace Holdfast.Agents;

/// <summary>A definition and what is derived from it once.</summary>
internal sealed class RegisteredAgent
{
    private readonly Dictionary<string, AgentTool> _tools;

    public RegisteredAgent(AgentDefinition definition)
    {
        Definition = definition;
        _tools = definition.Tools.ToDictionary(tool => tool.Name, StringComparer.Ordinal);

        // Declarations only: a chat client that runs functions by itself would run them unrecorded.
        Declarations = [.. definition.Tools.Select(tool => tool.Function.AsDeclarationOnly())];
        Descriptor = new AgentDescriptor
        {
            Name = definition.Name,
            Model = definition.Model,
            Version = AgentVersion.Of(definition),
            MaxSteps = definition.MaxSteps,
            ReminderSteps = definition.ReminderSteps,
            AtStepLimit = definition.AtStepLimit,
            MaxParallelToolCalls = definition.MaxParallelToolCalls,
            ModelCall = definition.ModelCall,
        };
    }

    public AgentDefinition Definition { get; }

    public AgentDescriptor Descriptor { get; }

    public IReadOnlyList<AITool> Declarations { get; }

    public AgentTool? FindTool(string name) => _tools.GetValueOrDefault(name);

    /// <summary>A tool that a recorded call names.</summary>
    /// <exception cref="HoldfastException"><see cref="ErrorCodes.AgentToolUnknown"/>: this worker runs another version of the agent.</exception>
    public AgentTool GetTool(string name) => FindTool(name)
        ?? throw new HoldfastException(ErrorCodes.AgentToolUnknown, $"On this worker agent '{Definition.Name}' has no tool named '{name}'. It has: {(_tools.Count == 0 ? "none" : string.Join(", ", _tools.Keys.Order(StringComparer.Ordinal)))}.");
}

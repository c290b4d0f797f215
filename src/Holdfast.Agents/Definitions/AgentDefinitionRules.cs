using Holdfast.Protocol;

namespace Holdfast.Agents;

/// <summary>What every agent definition keeps.</summary>
internal static class AgentDefinitionRules
{
    public static void Check(AgentDefinition agent)
    {
        Require(agent.Name.Length is > 0 and <= AgentLimits.MaxNameChars, agent, $"its name must have 1 to {AgentLimits.MaxNameChars} characters");
        Require(agent.Model.Length > 0, agent, "Model is empty; it must be the configured name of a model");
        Require(agent.MaxSteps is > 0 and <= AgentLimits.MaxMaxSteps, agent, $"MaxSteps is {agent.MaxSteps}; it must be 1 to {AgentLimits.MaxMaxSteps:N0}");
        Require(agent.ReminderSteps >= 0, agent, $"ReminderSteps is {agent.ReminderSteps}; it must be 0 or more");
        Require(agent.MaxParallelToolCalls is null or > 0, agent, $"MaxParallelToolCalls is {agent.MaxParallelToolCalls}; it must be 1 or more, or null for no limit");
        CheckCall(agent, "ModelCall", agent.ModelCall);
        CheckTools(agent);
    }

    private static void CheckTools(AgentDefinition agent)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var tool in agent.Tools)
        {
            Require(tool.Name.Length > 0, agent, "a tool has no name");
            Require(names.Add(tool.Name), agent, $"two tools are named '{tool.Name}'");
            CheckCall(agent, $"tool '{tool.Name}'", tool.Options.Call);
        }
    }

    private static void CheckCall(AgentDefinition agent, string subject, CallOptions call)
    {
        Require(call.StartToCloseTimeout > TimeSpan.Zero, agent, $"{subject}: StartToCloseTimeout must be more than zero");
        Require(call.HeartbeatTimeout > TimeSpan.Zero, agent, $"{subject}: HeartbeatTimeout must be more than zero");
        Require(call.ScheduleToCloseTimeout is null || call.ScheduleToCloseTimeout > TimeSpan.Zero, agent, $"{subject}: ScheduleToCloseTimeout must be more than zero, or null");
        call.RetryPolicy?.Validate();
    }

    private static void Require(bool condition, AgentDefinition agent, string problem)
    {
        if (!condition)
        {
            throw new HoldfastException(ErrorCodes.AgentDefinitionInvalid, $"Agent '{agent.Name}': {problem}.");
        }
    }
}

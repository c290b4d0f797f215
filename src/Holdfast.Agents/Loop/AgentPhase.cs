using System.Text.Json.Serialization;

namespace Holdfast.Agents;

/// <summary>What an agent is doing.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<AgentPhase>))]
public enum AgentPhase
{
    /// <summary>It has not begun.</summary>
    Starting = 0,

    /// <summary>It waits for its model.</summary>
    CallingModel = 1,

    /// <summary>It waits for tools, or for approvals of tool calls.</summary>
    CallingTools = 2,

    /// <summary>It has ended.</summary>
    Ended = 3,
}

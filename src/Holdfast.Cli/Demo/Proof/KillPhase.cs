using System.Text.Json.Serialization;

namespace Holdfast.Cli.Demo.Proof;

/// <summary>What the agent was doing when it was killed.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<KillPhase>))]
internal enum KillPhase
{
    /// <summary>The process was starting: recovering, before its first step.</summary>
    Starting = 0,

    /// <summary>A model call was under way.</summary>
    ModelCall = 1,

    /// <summary>Tool calls were under way.</summary>
    ToolCall = 2,

    /// <summary>It waited for an approval or a durable timer.</summary>
    Waiting = 3,

    /// <summary>It was between two steps: what had ended was being recorded, or what comes next decided.</summary>
    Between = 4,
}

using System.Text.Json.Serialization;

namespace Holdfast.Agents;

/// <summary>What happens when an agent has made all the model calls that it may make.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<StepLimitBehavior>))]
public enum StepLimitBehavior
{
    /// <summary>The last allowed model call may call no tools, and is told to answer from what it has.</summary>
    FinalAnswer = 0,

    /// <summary>The run fails with <see cref="Holdfast.Protocol.ErrorCodes.AgentStepLimitReached"/> when the last allowed model call still wants tools.</summary>
    Fail = 1,
}

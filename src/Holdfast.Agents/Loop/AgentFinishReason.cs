using System.Text.Json.Serialization;

namespace Holdfast.Agents;

/// <summary>Why an agent's run ended.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<AgentFinishReason>))]
public enum AgentFinishReason
{
    /// <summary>The model gave its answer.</summary>
    Completed = 0,

    /// <summary>The model was made to answer, because it had made all the steps that it may make.</summary>
    StepLimit = 1,

    /// <summary>The answer is cut: it reached the model's output limit.</summary>
    OutputLimit = 2,

    /// <summary>The provider withheld the answer, or part of it.</summary>
    ContentFilter = 3,

    /// <summary>The run stopped between two steps, as <see cref="AgentRunOptions.YieldWhen"/> asked, and can go on from its state.</summary>
    Yielded = 4,
}

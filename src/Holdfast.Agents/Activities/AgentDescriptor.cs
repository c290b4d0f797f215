namespace Holdfast.Agents;

/// <summary>What a run keeps of an agent's definition: recorded when the run begins, so that a change of the definition never changes a step that was taken.</summary>
public sealed record AgentDescriptor
{
    /// <summary>The agent.</summary>
    public required string Name { get; init; }

    /// <summary>The configured name of its model.</summary>
    public required string Model { get; init; }

    /// <summary>Fingerprint of model, instructions and tools.</summary>
    public required string Version { get; init; }

    /// <summary>Model calls allowed for one user message.</summary>
    public required int MaxSteps { get; init; }

    /// <summary>How many of the last steps carry a reminder.</summary>
    public int ReminderSteps { get; init; }

    /// <summary>What happens at the limit.</summary>
    public StepLimitBehavior AtStepLimit { get; init; }

    /// <summary>How many tool calls run at a time; null means all.</summary>
    public int? MaxParallelToolCalls { get; init; }

    /// <summary>Timeouts and retries of a model call.</summary>
    public required CallOptions ModelCall { get; init; }
}

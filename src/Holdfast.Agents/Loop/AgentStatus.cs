namespace Holdfast.Agents;

/// <summary>Where an agent's run stands.</summary>
public sealed record AgentStatus
{
    /// <summary>The agent; empty before the run has begun.</summary>
    public required string Agent { get; init; }

    /// <summary>Fingerprint of the definition that the run began with; empty until it is known.</summary>
    public required string Version { get; init; }

    /// <summary>What it is doing.</summary>
    public required AgentPhase Phase { get; init; }

    /// <summary>Model calls made.</summary>
    public required int StepCount { get; init; }

    /// <summary>Tool calls that run.</summary>
    public required int RunningToolCalls { get; init; }

    /// <summary>Tool calls that wait for an approval.</summary>
    public required int PendingApprovals { get; init; }

    /// <summary>User messages that wait for the next step.</summary>
    public required int PendingMessages { get; init; }

    /// <summary>Tokens used.</summary>
    public required AgentUsage Usage { get; init; }
}

namespace Holdfast.Agents;

/// <summary>Limits that keep an agent's run within bounds.</summary>
public static class AgentLimits
{
    /// <summary>Tool calls of one model response that are made; the others are refused with a message to the model: 128.</summary>
    public const int MaxToolCallsPerStep = 128;

    /// <summary>Characters of JSON of a tool's result that the model is shown; a longer one is cut, and says so: 262,144.</summary>
    public const int MaxToolResultChars = 256 * 1024;

    /// <summary>User messages that wait for the agent's next step; what comes on top is logged and left out: 1,000.</summary>
    public const int MaxPendingMessages = 1_000;

    /// <summary>Steps that the run's state describes, the newest: 1,000.</summary>
    public const int MaxStepRecords = 1_000;

    /// <summary>Resolved approvals that are remembered, to say of a second decision that it comes late: 1,000.</summary>
    public const int MaxResolvedApprovals = 1_000;

    /// <summary>Longest agent name: 200 characters.</summary>
    public const int MaxNameChars = 200;

    /// <summary>Highest <see cref="AgentDefinition.MaxSteps"/>: 10,000.</summary>
    public const int MaxMaxSteps = 10_000;
}

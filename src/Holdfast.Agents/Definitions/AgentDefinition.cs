namespace Holdfast.Agents;

/// <summary>An agent, described once on the host. Histories know it by its name; what stands here is read anew at every model call.</summary>
/// <remarks>Immutable. Ranges are checked when the <see cref="AgentRegistry"/> is made.</remarks>
public sealed record AgentDefinition
{
    /// <summary>Default of <see cref="MaxSteps"/>: 40.</summary>
    public const int DefaultMaxSteps = 40;

    /// <summary>Default of <see cref="ReminderSteps"/>: 3.</summary>
    public const int DefaultReminderSteps = 3;

    /// <summary>The name by which workflows and histories know the agent; 1 to 200 characters, unique on the host, letter case counts.</summary>
    public required string Name { get; init; }

    /// <summary>The configured name of the model.</summary>
    public required string Model { get; init; }

    /// <summary>What the agent is and how it works, for the model. Default: nothing.</summary>
    public string Instructions { get; init; } = string.Empty;

    /// <summary>The tools that the model may call; their names are unique. Default: none.</summary>
    public IReadOnlyList<AgentTool> Tools { get; init; } = [];

    /// <summary>Settings of every model call. Default: the model's own.</summary>
    public ModelOptions ModelOptions { get; init; } = new();

    /// <summary>Timeouts and retries of a model call. Default <see cref="CallOptions.ModelDefaults"/>.</summary>
    public CallOptions ModelCall { get; init; } = CallOptions.ModelDefaults;

    /// <summary>Model calls allowed for one user message. Default 40; 1 to 10,000.</summary>
    public int MaxSteps { get; init; } = DefaultMaxSteps;

    /// <summary>How many of the last steps tell the model that few are left. Default 3; 0 tells it nothing before the last.</summary>
    public int ReminderSteps { get; init; } = DefaultReminderSteps;

    /// <summary>What happens when <see cref="MaxSteps"/> is reached. Default <see cref="StepLimitBehavior.FinalAnswer"/>.</summary>
    public StepLimitBehavior AtStepLimit { get; init; } = StepLimitBehavior.FinalAnswer;

    /// <summary>How many tool calls of one response run at a time. Default: all of them. Calls that wait for an approval do not count.</summary>
    public int? MaxParallelToolCalls { get; init; }
}

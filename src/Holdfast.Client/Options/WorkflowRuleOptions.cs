namespace Holdfast;

/// <summary>Which activities a rule pauses.</summary>
public sealed record WorkflowRuleOptions
{
    /// <summary>What the activity must satisfy: a filter over ActivityType, ActivityId, ActivityTaskQueue and ActivityAttempt. Default: any.</summary>
    public string ActivityFilter { get; init; } = string.Empty;

    /// <summary>What its run must satisfy: a list filter. Default: any.</summary>
    public string RunFilter { get; init; } = string.Empty;

    /// <summary>From when on the rule does nothing. Default: never.</summary>
    public DateTimeOffset? ExpirationTime { get; init; }

    /// <summary>What it is for; shown as the reason of pauses. Up to 500 bytes.</summary>
    public string Description { get; init; } = string.Empty;
}

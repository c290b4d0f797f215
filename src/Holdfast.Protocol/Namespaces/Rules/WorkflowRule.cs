namespace Holdfast.Protocol;

/// <summary>A rule of a namespace: an activity that is about to start, and satisfies it, is paused instead.</summary>
public sealed record WorkflowRule
{
    /// <summary>Its ID, unique in the namespace; 1 to 200 characters.</summary>
    public required string Id { get; init; }

    /// <summary>
    /// What the activity must satisfy, in the language of list filters over ActivityType, ActivityId, ActivityTaskQueue (Keyword) and ActivityAttempt (Int). Empty: any.
    /// </summary>
    public string ActivityFilter { get; init; } = string.Empty;

    /// <summary>What its run must satisfy: a list filter. Empty: any.</summary>
    public string RunFilter { get; init; } = string.Empty;

    /// <summary>From when on it does nothing; null for never.</summary>
    public DateTimeOffset? ExpirationTime { get; init; }

    /// <summary>What it is for; shown as the reason of pauses. Up to 500 bytes of UTF-8.</summary>
    public string Description { get; init; } = string.Empty;

    /// <summary>Who created it.</summary>
    public string CreatedBy { get; init; } = string.Empty;

    /// <summary>When it was created.</summary>
    public DateTimeOffset CreateTime { get; init; }

    /// <summary>Whether it has expired.</summary>
    /// <param name="now">The time now.</param>
    public bool IsExpired(DateTimeOffset now) => ExpirationTime <= now;
}

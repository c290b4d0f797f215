namespace Holdfast.Protocol;

/// <summary>Creates a rule that pauses activities.</summary>
public sealed record CreateWorkflowRuleRequest
{
    /// <summary>Its namespace.</summary>
    public required string Namespace { get; init; }

    /// <summary>The rule's ID, unique in the namespace; 1 to 200 characters.</summary>
    public required string RuleId { get; init; }

    /// <summary>See <see cref="WorkflowRule.ActivityFilter"/>. This or <see cref="RunFilter"/> must be given.</summary>
    public string ActivityFilter { get; init; } = string.Empty;

    /// <summary>See <see cref="WorkflowRule.RunFilter"/>.</summary>
    public string RunFilter { get; init; } = string.Empty;

    /// <summary>From when on it does nothing; null for never.</summary>
    public DateTimeOffset? ExpirationTime { get; init; }

    /// <summary>What it is for; shown as the reason of pauses. Up to 500 bytes of UTF-8.</summary>
    public string Description { get; init; } = string.Empty;

    /// <summary>Who asks.</summary>
    public string Identity { get; init; } = string.Empty;
}

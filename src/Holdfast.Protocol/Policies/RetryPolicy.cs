
namespace Holdfast.Protocol;

/// <summary>How failed attempts are retried. The delay before attempt n+1 is initial × coefficient^(n-1), capped at the maximum interval.</summary>
public sealed record RetryPolicy
{
    /// <summary>Temporal's defaults: 1 s, factor 2, at most 100 s between attempts, no limit on attempts.</summary>
    public static readonly RetryPolicy Default = new();

    /// <summary>Delay before the second attempt. Default 1 s; more than zero.</summary>
    public TimeSpan InitialInterval { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Factor by which each delay exceeds the one before. Default 2.0; at least 1.0.</summary>
    public double BackoffCoefficient { get; init; } = 2.0;

    /// <summary>Longest delay; null means 100 × <see cref="InitialInterval"/>. At least <see cref="InitialInterval"/>.</summary>
    public TimeSpan? MaximumInterval { get; init; }

    /// <summary>Attempts allowed in all, the first included. 0 (the default) means no limit, 1 means at most once.</summary>
    public int MaximumAttempts { get; init; }

    /// <summary>Application failure types that are not retried; matched exactly.</summary>
    public IReadOnlyList<string> NonRetryableErrorTypes { get; init; } = [];

    /// <inheritdoc/>
    public bool Equals(RetryPolicy? other) =>
        other is not null
        && InitialInterval == other.InitialInterval
        && BackoffCoefficient.Equals(other.BackoffCoefficient)
        && MaximumInterval == other.MaximumInterval
        && MaximumAttempts == other.MaximumAttempts
        && NonRetryableErrorTypes.SequenceEqual(other.NonRetryableErrorTypes, StringComparer.Ordinal);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(InitialInterval, BackoffCoefficient, MaximumInterval, MaximumAttempts, NonRetryableErrorTypes.Count);

    /// <summary>Checks the ranges.</summary>
    /// <exception cref="HoldfastException"><see cref="ErrorCodes.InvalidArgument"/> naming the property.</exception>
    public void Validate()
    {
        Requirement.That(InitialInterval > TimeSpan.Zero, $"RetryPolicy.InitialInterval is {InitialInterval}; it must be more than zero.");
        Requirement.That(BackoffCoefficient >= 1.0, $"RetryPolicy.BackoffCoefficient is {BackoffCoefficient}; it must be at least 1.0.");
        Requirement.That(MaximumInterval is null || MaximumInterval >= InitialInterval, $"RetryPolicy.MaximumInterval is {MaximumInterval}; it must be at least InitialInterval ({InitialInterval}), or null.");
        Requirement.That(MaximumAttempts >= 0, $"RetryPolicy.MaximumAttempts is {MaximumAttempts}; it must be 0 (no limit) or more.");
    }
}

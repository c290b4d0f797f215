namespace Holdfast.Agents;

/// <summary>What a failed model call means for the next attempt.</summary>
/// <param name="ErrorType">
/// The provider's own name of the error (such as <c>rate_limit_error</c>), or one of <see cref="ModelErrorTypes"/> where it gave none.
/// </param>
/// <param name="IsRetryable">Whether another attempt at the same request may succeed.</param>
/// <param name="NextRetryDelay">How long the provider asked to wait before the next attempt; null when it did not say.</param>
/// <param name="StatusCode">The HTTP status; null when no response arrived.</param>
public sealed record ModelFailure(string ErrorType, bool IsRetryable, TimeSpan? NextRetryDelay = null, int? StatusCode = null);

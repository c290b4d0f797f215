namespace Holdfast.Agents.Providers;

/// <summary>Limits on what a model provider may send.</summary>
public static class ModelLimits
{
    /// <summary>The largest response body that is read, streamed or not: 64 MiB.</summary>
    public const long MaxResponseBytes = 64L * 1024 * 1024;

    /// <summary>How much of an error response's body is read: 64 KiB.</summary>
    public const int MaxErrorBodyBytes = 64 * 1024;

    /// <summary>How much of a provider's error text goes into an exception's message: 2,000 characters.</summary>
    public const int MaxErrorTextChars = 2_000;

    /// <summary>The longest idempotency key: 255 characters.</summary>
    public const int MaxIdempotencyKeyChars = 255;

    /// <summary>The longest wait taken from a provider's Retry-After; a longer one is cut to this: 1 day.</summary>
    public static readonly TimeSpan MaxRetryDelay = TimeSpan.FromDays(1);
}

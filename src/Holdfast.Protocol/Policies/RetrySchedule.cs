namespace Holdfast.Protocol;

/// <summary>Which failures a <see cref="RetryPolicy"/> retries, and after which delay: of activities, local activities and workflows alike.</summary>
public static class RetrySchedule
{
    /// <summary>How a policy names a timeout that is not to be retried: this and the name of the timeout.</summary>
    private const string TimeoutPrefix = "TemporalTimeout:";

    /// <summary>Longest delay, whatever a policy or a failure says: a hundred years.</summary>
    public static readonly TimeSpan LongestDelay = TimeSpan.FromDays(36_525);

    private const int MaximumIntervalFactor = 100;

    /// <summary>True when the failure is one that the policy retries, were there an attempt left.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="failure">Why the attempt failed.</param>
    public static bool IsRetryable(RetryPolicy policy, Failure failure)
    {
        ArgumentNullException.ThrowIfNull(policy);
        ArgumentNullException.ThrowIfNull(failure);
        return failure.Info switch
        {
            FailureInfo.Application application => !application.NonRetryable && !Names(policy.NonRetryableErrorTypes, application.Type),
            FailureInfo.Server server => !server.NonRetryable,
            FailureInfo.Timeout timeout => timeout.TimeoutType is TimeoutType.StartToClose or TimeoutType.Heartbeat && !NamesTimeout(policy.NonRetryableErrorTypes, timeout.TimeoutType),
            FailureInfo.Canceled or FailureInfo.Terminated => false,
            _ => true,
        };
    }

    /// <summary>True when the policy allows no attempt after this one.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="attempt">The attempt that ended, from 1; 0 when it does not count.</param>
    public static bool IsLast(RetryPolicy policy, int attempt)
    {
        ArgumentNullException.ThrowIfNull(policy);
        return policy.MaximumAttempts != 0 && attempt >= policy.MaximumAttempts;
    }

    /// <summary>The delay before the next attempt: the one that the failure asks for, else the policy's.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="attempt">The attempt that failed, from 1; 0 when it does not count.</param>
    /// <param name="failure">Why it failed.</param>
    public static TimeSpan DelayAfter(RetryPolicy policy, int attempt, Failure failure)
    {
        ArgumentNullException.ThrowIfNull(policy);
        ArgumentNullException.ThrowIfNull(failure);
        return failure.Info is FailureInfo.Application { NextRetryDelay: { } asked } && asked >= TimeSpan.Zero ? Capped(asked) : Backoff(policy, attempt);
    }

    private static TimeSpan Backoff(RetryPolicy policy, int attempt)
    {
        var maximum = Capped(policy.MaximumInterval ?? Capped(policy.InitialInterval) * MaximumIntervalFactor).Ticks;
        var ticks = policy.InitialInterval.Ticks * Math.Pow(policy.BackoffCoefficient, Math.Max(attempt - 1, 0));
        return TimeSpan.FromTicks(ticks < maximum ? (long)ticks : maximum);
    }

    private static TimeSpan Capped(TimeSpan delay) => delay < LongestDelay ? delay : LongestDelay;

    private static bool Names(IReadOnlyList<string> types, string type)
    {
        for (var i = 0; i < types.Count; i++)
        {
            if (string.Equals(types[i], type, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    private static bool NamesTimeout(IReadOnlyList<string> types, TimeoutType type) => types.Count != 0 && Names(types, $"{TimeoutPrefix}{type}");
}

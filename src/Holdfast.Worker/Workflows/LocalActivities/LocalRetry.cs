using Holdfast.Protocol;

namespace Holdfast.Worker;

/// <summary>Retry policies applied to local activities, by the rules that the engine applies to the others.</summary>
internal static class LocalRetry
{
    private const int MaximumIntervalFactor = 100;
    private static readonly TimeSpan LongestDelay = TimeSpan.FromDays(3_650);

    /// <summary>The wait before the next attempt; null when there is none.</summary>
    public static TimeSpan? DelayAfter(RetryPolicy policy, int attempt, Failure failure)
    {
        if (!IsRetryable(failure, policy) || (policy.MaximumAttempts != 0 && attempt >= policy.MaximumAttempts))
        {
            return null;
        }

        return failure.Info is FailureInfo.Application { NextRetryDelay: { } asked } && asked >= TimeSpan.Zero ? Capped(asked) : Backoff(policy, attempt);
    }

    private static bool IsRetryable(Failure failure, RetryPolicy policy) => failure.Info switch
    {
        FailureInfo.Application application => !application.NonRetryable && !policy.NonRetryableErrorTypes.Contains(application.Type, StringComparer.Ordinal),
        FailureInfo.Server server => !server.NonRetryable,
        FailureInfo.Timeout timeout => timeout.TimeoutType is TimeoutType.StartToClose,
        FailureInfo.Canceled or FailureInfo.Terminated => false,
        _ => true,
    };

    private static TimeSpan Backoff(RetryPolicy policy, int attempt)
    {
        var maximum = Capped(policy.MaximumInterval ?? Capped(policy.InitialInterval) * MaximumIntervalFactor).Ticks;
        var ticks = policy.InitialInterval.Ticks * Math.Pow(policy.BackoffCoefficient, attempt - 1);
        return TimeSpan.FromTicks(ticks < maximum ? (long)ticks : maximum);
    }

    private static TimeSpan Capped(TimeSpan delay) => delay < LongestDelay ? delay : LongestDelay;
}

using Holdfast.Protocol;

namespace Holdfast.Engine;

/// <summary>Retry policies applied.</summary>
internal static class RetryRules
{
    private const int MaximumIntervalFactor = 100;

    /// <summary>Decides about the attempt that failed.</summary>
    /// <param name="policy">The policy; null means no retries.</param>
    /// <param name="attempt">The attempt that failed, from 1; 0 when it does not count.</param>
    /// <param name="failure">Why it failed.</param>
    /// <param name="now">The time.</param>
    /// <param name="expiration">After this time no attempt may start.</param>
    /// <param name="fixedDelay">The delay, when it is not the policy's or the failure's to choose.</param>
    internal static RetryDecision Decide(RetryPolicy? policy, int attempt, Failure failure, DateTimeOffset now, DateTimeOffset? expiration, TimeSpan? fixedDelay = null)
    {
        if (policy is null)
        {
            return RetryDecision.No(RetryState.RetryPolicyNotSet);
        }

        if (!IsRetryable(failure, policy))
        {
            return RetryDecision.No(RetryState.NonRetryableFailure);
        }

        if (policy.MaximumAttempts != 0 && attempt >= policy.MaximumAttempts)
        {
            return RetryDecision.No(RetryState.MaximumAttemptsReached);
        }

        var delay = fixedDelay ?? DelayAskedFor(failure) ?? Backoff(policy, attempt);
        return now + delay > expiration ? RetryDecision.No(RetryState.Timeout) : new RetryDecision(RetryState.InProgress, delay);
    }

    internal static bool IsRetryable(Failure failure, RetryPolicy policy) => failure.Info switch
    {
        FailureInfo.Application application => !application.NonRetryable && !Names(policy.NonRetryableErrorTypes, application.Type),
        FailureInfo.Server server => !server.NonRetryable,
        FailureInfo.Timeout timeout => timeout.TimeoutType is TimeoutType.StartToClose or TimeoutType.Heartbeat,
        FailureInfo.Canceled or FailureInfo.Terminated => false,
        _ => true,
    };

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

    private static TimeSpan? DelayAskedFor(Failure failure) =>
        failure.Info is FailureInfo.Application { NextRetryDelay: { } delay } && delay >= TimeSpan.Zero ? TimeoutRules.Capped(delay) : null;

    private static TimeSpan Backoff(RetryPolicy policy, int attempt)
    {
        var maximum = Math.Min((policy.MaximumInterval ?? TimeoutRules.Capped(policy.InitialInterval) * MaximumIntervalFactor).Ticks, TimeoutRules.Longest.Ticks);
        var ticks = policy.InitialInterval.Ticks * Math.Pow(policy.BackoffCoefficient, Math.Max(attempt - 1, 0));
        return TimeSpan.FromTicks(ticks < maximum ? (long)ticks : maximum);
    }
}

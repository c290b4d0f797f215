using Holdfast.Protocol;

namespace Holdfast.Engine;

/// <summary>Retry policies applied.</summary>
internal static class RetryRules
{
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

        if (RetrySchedule.IsLast(policy, attempt))
        {
            return RetryDecision.No(RetryState.MaximumAttemptsReached);
        }

        var delay = fixedDelay ?? RetrySchedule.DelayAfter(policy, attempt, failure);
        return now + delay > expiration ? RetryDecision.No(RetryState.Timeout) : new RetryDecision(RetryState.InProgress, delay);
    }

    internal static bool IsRetryable(Failure failure, RetryPolicy policy) => RetrySchedule.IsRetryable(policy, failure);
}

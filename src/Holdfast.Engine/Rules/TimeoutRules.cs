using Holdfast.Protocol;

namespace Holdfast.Engine;

/// <summary>Durations that the engine accepts.</summary>
internal static class TimeoutRules
{
    /// <summary>Longest timeout, timer or delay: a hundred years.</summary>
    internal static readonly TimeSpan Longest = RetrySchedule.LongestDelay;

    internal static TimeSpan Capped(TimeSpan duration) => duration < Longest ? duration : Longest;

    /// <summary>The shorter of two timeouts; null when neither is set.</summary>
    internal static TimeSpan? Shorter(TimeSpan? a, TimeSpan? b) => a is null || b < a ? b ?? a : a;

    /// <summary>What is wrong with a timeout; null when it is more than zero and not too long, or not set.</summary>
    internal static string? Problem(string name, TimeSpan? timeout)
    {
        if (timeout is null)
        {
            return null;
        }

        return timeout <= TimeSpan.Zero || timeout > Longest
            ? $"{name} is {timeout}; it must be more than zero and at most 100 years, or not set."
            : null;
    }

    /// <summary>What is wrong with a delay; null when it is not negative and not too long, or not set.</summary>
    internal static string? DelayProblem(string name, TimeSpan? delay)
    {
        if (delay is null)
        {
            return null;
        }

        return delay < TimeSpan.Zero || delay > Longest
            ? $"{name} is {delay}; it must be at least zero and at most 100 years, or not set."
            : null;
    }
}

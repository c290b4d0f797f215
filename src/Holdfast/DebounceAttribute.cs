namespace Holdfast;

/// <summary>
/// Of starts of a [Workflow] that come in a row, lets the last one run when it has been quiet for a while: each further start takes the place of the one that waits,
/// which is terminated without having run. Limits beside it (<see cref="ConcurrencyLimitAttribute"/>, <see cref="RateLimitAttribute"/>) hold for the one that is left.
/// </summary>
/// <param name="quietPeriod">How long no further start may come, as a TimeSpan such as "00:00:30"; more than zero.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method, Inherited = false, AllowMultiple = true)]
public sealed class DebounceAttribute(string quietPeriod) : Attribute
{
    /// <summary>How long no further start may come.</summary>
    public string QuietPeriod { get; } = quietPeriod;

    /// <summary>Longest time from the first start of a row to the one that runs, as a TimeSpan such as "00:05:00"; at least <see cref="QuietPeriod"/>. Default: no bound.</summary>
    public string? MaximumDelay { get; init; }

    /// <summary>The parameter whose argument is the concurrency key: starts of each value are a row of their own. Default: none, all starts are one row.</summary>
    public string? Key { get; init; }

    /// <summary>Which starts are in one row. Default <see cref="LimitScope.Type"/>.</summary>
    public LimitScope Scope { get; init; } = LimitScope.Type;
}

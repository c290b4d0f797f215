using Holdfast.Protocol;

namespace Holdfast;

/// <summary>Limits how many runs of a workflow begin per second in a task queue, over all its workers; after a pause up to a second's worth at once. See <see cref="ConcurrencyLimitAttribute"/>.</summary>
/// <param name="startsPerSecond">Most per second; more than 0, at most 1,000,000.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method, Inherited = false, AllowMultiple = true)]
public sealed class RateLimitAttribute(double startsPerSecond) : Attribute
{
    /// <summary>Most per second.</summary>
    public double StartsPerSecond { get; } = startsPerSecond;

    /// <summary>The parameter whose argument is the concurrency key, of which each value is counted by itself. Default: none, all are counted together.</summary>
    public string? Key { get; init; }

    /// <summary>What becomes of a start beyond the limit. Default <see cref="StartLimitPolicy.Queued"/>.</summary>
    public StartLimitPolicy Policy { get; init; } = StartLimitPolicy.Queued;
}

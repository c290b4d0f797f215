using Holdfast.Protocol;

namespace Holdfast;

/// <summary>
/// Limits how many runs of a [Workflow], or attempts of an [Activity], begin per second in a task queue, over all its workers; after a pause up to a second's worth at
/// once. See <see cref="ConcurrencyLimitAttribute"/>.
/// </summary>
/// <param name="perSecond">Most per second; more than 0, at most 1,000,000.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method, Inherited = false, AllowMultiple = true)]
public sealed class RateLimitAttribute(double perSecond) : Attribute
{
    /// <summary>Most per second.</summary>
    public double PerSecond { get; } = perSecond;

    /// <summary>The parameter whose argument is the concurrency key, of which each value is counted by itself. Default: none, all are counted together.</summary>
    public string? Key { get; init; }

    /// <summary>What is counted together. Default <see cref="LimitScope.Type"/>.</summary>
    public LimitScope Scope { get; init; } = LimitScope.Type;

    /// <summary>What becomes of a start of a workflow beyond the limit. Default <see cref="StartLimitPolicy.Queued"/>, the only one that activities have.</summary>
    public StartLimitPolicy Policy { get; init; } = StartLimitPolicy.Queued;
}

using Holdfast.Protocol;

namespace Holdfast;

/// <summary>
/// Limits how much of a workflow or activity goes on at a time in a task queue, over all its workers: runs of a [Workflow] that are open, attempts of an [Activity]
/// that run. What is beyond the limit waits, unless <see cref="Policy"/> says otherwise. For each <see cref="Scope"/> a method or class may have one limit without and
/// one with <see cref="Key"/>.
/// </summary>
/// <remarks>
/// It becomes part of the limits with which a worker registers (<see cref="TaskQueueLimits"/>). What the worker's or the host's own limits say of the same counts
/// before it, and what a client sets before both.
/// </remarks>
/// <param name="maxConcurrent">Most at a time; at least 1.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method, Inherited = false, AllowMultiple = true)]
public sealed class ConcurrencyLimitAttribute(int maxConcurrent) : Attribute
{
    /// <summary>Most at a time.</summary>
    public int MaxConcurrent { get; } = maxConcurrent;

    /// <summary>
    /// The parameter whose argument is the concurrency key, of which each value is counted by itself: <c>Key = nameof(tenant)</c>. Typed calls take the key from their
    /// argument when their options give none; an argument that is null or empty has no key and is not limited. Default: none, all are counted together.
    /// </summary>
    public string? Key { get; init; }

    /// <summary>What is counted together. Default <see cref="LimitScope.Type"/>.</summary>
    public LimitScope Scope { get; init; } = LimitScope.Type;

    /// <summary>What becomes of a start of a workflow beyond the limit. Default <see cref="StartLimitPolicy.Queued"/>, the only one that activities have.</summary>
    public StartLimitPolicy Policy { get; init; } = StartLimitPolicy.Queued;

    /// <summary>How a run is replaced under <see cref="StartLimitPolicy.Replaced"/>. Default <see cref="ReplacedRunAction.Terminate"/>.</summary>
    public ReplacedRunAction ReplacedRuns { get; init; } = ReplacedRunAction.Terminate;
}

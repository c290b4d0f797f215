using System.Collections.Immutable;

namespace Holdfast.Protocol;

/// <summary>How much of a task queue's activities and runs may go on, over all its workers. What waits for a limit keeps its place by priority, fairness and time.</summary>
/// <remarks>
/// Activities: an attempt counts from when a worker gets it until the worker reports its end (or leaves it to somebody else), once, whatever happens in between: attempts of a
/// process that died are lost and do not count. Runs: see <see cref="StartLimit"/>.
/// </remarks>
public sealed record TaskQueueLimits
{
    /// <summary>Highest rate that can be asked for, per second.</summary>
    public const double MaximumRate = 1_000_000;

    /// <summary>Most activity types that can have a limit of their own: 1,000.</summary>
    public const int MaximumTypes = 1_000;

    /// <summary>Attempts started per second. After a pause up to a second's worth may start at once. More than 0, at most 1,000,000; null means no limit.</summary>
    public double? ActivitiesPerSecond { get; init; }

    /// <summary>As <see cref="ActivitiesPerSecond"/>, for each fairness key, times its weight. Null means no limit.</summary>
    public double? ActivitiesPerSecondPerFairnessKey { get; init; }

    /// <summary>As <see cref="ActivitiesPerSecond"/>, of the activity types named. Default: none.</summary>
    public ImmutableDictionary<string, double> ActivitiesPerSecondByType { get; init; } = ImmutableDictionary<string, double>.Empty;

    /// <summary>As <see cref="ActivitiesPerSecond"/>, of each concurrency key. Null means no limit.</summary>
    public double? ActivitiesPerSecondPerKey { get; init; }

    /// <summary>As <see cref="ActivitiesPerSecond"/>, of each concurrency key within the activity types named. Default: none.</summary>
    public ImmutableDictionary<string, double> ActivitiesPerSecondPerKeyByType { get; init; } = ImmutableDictionary<string, double>.Empty;

    /// <summary>Attempts at a time. At least 1; null means no limit.</summary>
    public int? MaxConcurrentActivities { get; init; }

    /// <summary>Attempts at a time of the activity types named; at least 1 each. Default: none.</summary>
    public ImmutableDictionary<string, int> MaxConcurrentActivitiesByType { get; init; } = ImmutableDictionary<string, int>.Empty;

    /// <summary>Attempts at a time of each concurrency key. At least 1; null means no limit.</summary>
    public int? MaxConcurrentActivitiesPerKey { get; init; }

    /// <summary>Attempts at a time of each concurrency key within the activity types named; at least 1 each. Default: none.</summary>
    public ImmutableDictionary<string, int> MaxConcurrentActivitiesPerKeyByType { get; init; } = ImmutableDictionary<string, int>.Empty;

    /// <summary>Runs of the whole task queue; children are not among them, since they belong to their parents. Null means no limit.</summary>
    public StartLimit? WorkflowStarts { get; init; }

    /// <summary>Runs of the workflow types named, children included. Default: no limits.</summary>
    public ImmutableDictionary<string, StartLimit> WorkflowStartsByType { get; init; } = ImmutableDictionary<string, StartLimit>.Empty;

    /// <summary>Runs of each concurrency key that starts give, whatever their type. Null means no limit.</summary>
    public StartLimit? WorkflowStartsPerKey { get; init; }

    /// <summary>Runs of each concurrency key within the workflow types named. Default: no limits.</summary>
    public ImmutableDictionary<string, StartLimit> WorkflowStartsPerKeyByType { get; init; } = ImmutableDictionary<string, StartLimit>.Empty;

    /// <summary>True when starts of workflows are limited in any way.</summary>
    public bool HasStartLimits => WorkflowStarts is not null || WorkflowStartsPerKey is not null || WorkflowStartsByType.Count > 0 || WorkflowStartsPerKeyByType.Count > 0;

    /// <summary>Checks the ranges.</summary>
    /// <exception cref="HoldfastException"><see cref="ErrorCodes.InvalidArgument"/> naming the property.</exception>
    public void Validate()
    {
        RequireRate(ActivitiesPerSecond, nameof(ActivitiesPerSecond));
        RequireRate(ActivitiesPerSecondPerFairnessKey, nameof(ActivitiesPerSecondPerFairnessKey));
        RequireRate(ActivitiesPerSecondPerKey, nameof(ActivitiesPerSecondPerKey));
        RequireRates(ActivitiesPerSecondByType, nameof(ActivitiesPerSecondByType));
        RequireRates(ActivitiesPerSecondPerKeyByType, nameof(ActivitiesPerSecondPerKeyByType));
        RequireCount(MaxConcurrentActivities, nameof(MaxConcurrentActivities));
        RequireCount(MaxConcurrentActivitiesPerKey, nameof(MaxConcurrentActivitiesPerKey));
        RequireCounts(MaxConcurrentActivitiesByType, nameof(MaxConcurrentActivitiesByType));
        RequireCounts(MaxConcurrentActivitiesPerKeyByType, nameof(MaxConcurrentActivitiesPerKeyByType));
        RequireStarts(WorkflowStarts, nameof(WorkflowStarts));
        RequireStarts(WorkflowStartsPerKey, nameof(WorkflowStartsPerKey));
        RequireStarts(WorkflowStartsByType, nameof(WorkflowStartsByType));
        RequireStarts(WorkflowStartsPerKeyByType, nameof(WorkflowStartsPerKeyByType));
    }

    private static void RequireTypes(int count, string property) =>
        Requirement.That(count <= MaximumTypes, $"TaskQueueLimits.{property} names {count} types; at most {MaximumTypes} are allowed.");

    private static void RequireRates(ImmutableDictionary<string, double> byType, string property)
    {
        RequireTypes(byType.Count, property);
        foreach (var (type, rate) in byType)
        {
            RequireRate(rate, $"{property}['{type}']");
        }
    }

    private static void RequireCounts(ImmutableDictionary<string, int> byType, string property)
    {
        RequireTypes(byType.Count, property);
        foreach (var (type, limit) in byType)
        {
            RequireCount(limit, $"{property}['{type}']");
        }
    }

    private static void RequireStarts(ImmutableDictionary<string, StartLimit> byType, string property)
    {
        RequireTypes(byType.Count, property);
        foreach (var (type, limit) in byType)
        {
            RequireStarts(limit, $"{property}['{type}']");
        }
    }

    private static void RequireStarts(StartLimit? limit, string property)
    {
        var problem = limit?.Problem($"TaskQueueLimits.{property}");
        Requirement.That(problem is null, problem ?? string.Empty);
    }

    private static void RequireRate(double? rate, string property) =>
        Requirement.That(rate is null or (> 0 and <= MaximumRate), $"TaskQueueLimits.{property} is {rate}; it must be more than 0 and at most {MaximumRate}, or null for no limit.");

    private static void RequireCount(int? count, string property) =>
        Requirement.That(count is null or >= 1, $"TaskQueueLimits.{property} is {count}; it must be at least 1, or null for no limit.");
}

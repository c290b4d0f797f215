using System.Collections.Immutable;
using Holdfast.Definitions;
using Holdfast.Protocol;

namespace Holdfast.Worker;

/// <summary>Limits that attributes of workflows and activities declare.</summary>
internal static class DeclaredLimits
{
    /// <summary>The limits given, and those that the attributes declare where these say nothing; null when there are none at all.</summary>
    /// <exception cref="HoldfastException"><see cref="ErrorCodes.DeclaredLimitsContradict"/>.</exception>
    public static TaskQueueLimits? AddTo(TaskQueueLimits? given, IReadOnlyCollection<WorkflowDefinition> workflows, IReadOnlyCollection<ActivityDefinition> activities)
    {
        var limits = given ?? new TaskQueueLimits();
        limits = activities.Aggregate(limits, OfType);
        limits = workflows.Aggregate(limits, OfType);
        limits = DeclaredQueueLimits.AddTo(limits, [.. workflows.Select(static w => (w.Name, w.QueueLimits)), .. activities.Select(static a => (a.Name, a.QueueLimits))]);
        return given is null && limits == new TaskQueueLimits() ? null : limits;
    }

    private static TaskQueueLimits OfType(TaskQueueLimits limits, ActivityDefinition activity) => activity is { MaxConcurrent: null, MaxConcurrentPerKey: null, MaxPerSecond: null, MaxPerSecondPerKey: null }
        ? limits
        : limits with
        {
            MaxConcurrentActivitiesByType = Added(limits.MaxConcurrentActivitiesByType, activity.Name, activity.MaxConcurrent),
            MaxConcurrentActivitiesPerKeyByType = Added(limits.MaxConcurrentActivitiesPerKeyByType, activity.Name, activity.MaxConcurrentPerKey),
            ActivitiesPerSecondByType = Added(limits.ActivitiesPerSecondByType, activity.Name, activity.MaxPerSecond),
            ActivitiesPerSecondPerKeyByType = Added(limits.ActivitiesPerSecondPerKeyByType, activity.Name, activity.MaxPerSecondPerKey),
        };

    private static TaskQueueLimits OfType(TaskQueueLimits limits, WorkflowDefinition workflow) => workflow is { StartLimit: null, StartLimitPerKey: null }
        ? limits
        : limits with
        {
            WorkflowStartsByType = Added(limits.WorkflowStartsByType, workflow.Name, workflow.StartLimit),
            WorkflowStartsPerKeyByType = Added(limits.WorkflowStartsPerKeyByType, workflow.Name, workflow.StartLimitPerKey),
        };

    private static ImmutableDictionary<string, T> Added<T>(ImmutableDictionary<string, T> byType, string type, T? limit)
        where T : struct => limit is { } most && !byType.ContainsKey(type) ? byType.Add(type, most) : byType;

    private static ImmutableDictionary<string, StartLimit> Added(ImmutableDictionary<string, StartLimit> byType, string type, StartLimit? limit) =>
        limit is not null && !byType.ContainsKey(type) ? byType.Add(type, limit) : byType;
}

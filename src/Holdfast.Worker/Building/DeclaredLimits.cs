using System.Collections.Immutable;
using Holdfast.Definitions;
using Holdfast.Protocol;

namespace Holdfast.Worker;

/// <summary>Limits that attributes of workflows and activities declare.</summary>
internal static class DeclaredLimits
{
    /// <summary>The limits given, and those that the attributes declare of types that these say nothing of; null when there are none at all.</summary>
    public static TaskQueueLimits? AddTo(TaskQueueLimits? given, IEnumerable<WorkflowDefinition> workflows, IEnumerable<ActivityDefinition> activities)
    {
        var limits = given;
        foreach (var activity in activities.Where(static a => a.MaxConcurrent is not null || a.MaxConcurrentPerKey is not null))
        {
            limits ??= new TaskQueueLimits();
            limits = limits with
            {
                MaxConcurrentActivitiesByType = Added(limits.MaxConcurrentActivitiesByType, activity.Name, activity.MaxConcurrent),
                MaxConcurrentActivitiesPerKeyByType = Added(limits.MaxConcurrentActivitiesPerKeyByType, activity.Name, activity.MaxConcurrentPerKey),
            };
        }

        foreach (var workflow in workflows.Where(static w => w.StartLimit is not null || w.StartLimitPerKey is not null))
        {
            limits ??= new TaskQueueLimits();
            limits = limits with
            {
                WorkflowStartsByType = Added(limits.WorkflowStartsByType, workflow.Name, workflow.StartLimit),
                WorkflowStartsPerKeyByType = Added(limits.WorkflowStartsPerKeyByType, workflow.Name, workflow.StartLimitPerKey),
            };
        }

        return limits;
    }

    private static ImmutableDictionary<string, int> Added(ImmutableDictionary<string, int> byType, string type, int? limit) =>
        limit is { } most && !byType.ContainsKey(type) ? byType.Add(type, most) : byType;

    private static ImmutableDictionary<string, StartLimit> Added(ImmutableDictionary<string, StartLimit> byType, string type, StartLimit? limit) =>
        limit is not null && !byType.ContainsKey(type) ? byType.Add(type, limit) : byType;
}

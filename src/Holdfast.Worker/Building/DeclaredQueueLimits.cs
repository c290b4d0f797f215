using Holdfast.Protocol;

namespace Holdfast.Worker;

/// <summary>Limits of the whole task queue that attributes of workflows and activities declare; all that declare one must mean the same.</summary>
internal static class DeclaredQueueLimits
{
    /// <summary>The limits given, and those that the definitions declare where these say nothing.</summary>
    /// <exception cref="HoldfastException"><see cref="ErrorCodes.DeclaredLimitsContradict"/>.</exception>
    public static TaskQueueLimits AddTo(TaskQueueLimits given, IReadOnlyList<(string Name, TaskQueueLimits? Limits)> declared) => declared.All(static d => d.Limits is null)
        ? given
        : given with
        {
            MaxConcurrentActivities = given.MaxConcurrentActivities ?? Agreed(declared, static l => l.MaxConcurrentActivities),
            MaxConcurrentActivitiesPerKey = given.MaxConcurrentActivitiesPerKey ?? Agreed(declared, static l => l.MaxConcurrentActivitiesPerKey),
            ActivitiesPerSecond = given.ActivitiesPerSecond ?? Agreed(declared, static l => l.ActivitiesPerSecond),
            ActivitiesPerSecondPerKey = given.ActivitiesPerSecondPerKey ?? Agreed(declared, static l => l.ActivitiesPerSecondPerKey),
            WorkflowStarts = given.WorkflowStarts ?? Agreed(declared, static l => l.WorkflowStarts),
            WorkflowStartsPerKey = given.WorkflowStartsPerKey ?? Agreed(declared, static l => l.WorkflowStartsPerKey),
        };

    private static T? Agreed<T>(IReadOnlyList<(string Name, TaskQueueLimits? Limits)> declared, Func<TaskQueueLimits, T?> limitOf)
    {
        (string Name, T Limit)? first = null;
        foreach (var (name, limits) in declared)
        {
            if (limits is null || limitOf(limits) is not { } limit)
            {
                continue;
            }

            if (first is { } other && !other.Limit!.Equals(limit))
            {
                throw new HoldfastException(
                    ErrorCodes.DeclaredLimitsContradict,
                    $"'{other.Name}' and '{name}' declare different limits of the task queue: {other.Limit} and {limit}. Declare the same on both, or on one alone, or set the limit in WorkerOptions.TaskQueueLimits, which goes before attributes.");
            }

            first ??= (name, limit);
        }

        return first is { } found ? found.Limit : default;
    }
}

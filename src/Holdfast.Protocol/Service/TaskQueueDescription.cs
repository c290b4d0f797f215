namespace Holdfast.Protocol;

/// <summary>What goes on in a task queue.</summary>
public sealed record TaskQueueDescription
{
    /// <summary>The task queue.</summary>
    public required string TaskQueue { get; init; }

    /// <summary>Activity attempts that wait for a worker or a limit.</summary>
    public required int BacklogCount { get; init; }

    /// <summary>The same for each priority that has any.</summary>
    public required IReadOnlyDictionary<int, int> BacklogCountByPriority { get; init; }

    /// <summary>Since when the attempt has waited that has waited longest; null when none waits.</summary>
    public DateTimeOffset? OldestWaitingSince { get; init; }

    /// <summary>Activity attempts that workers have in hand.</summary>
    public required int RunningActivities { get; init; }

    /// <summary>Its workers.</summary>
    public required IReadOnlyList<TaskQueueWorker> Workers { get; init; }

    /// <summary>The limits that hold; null when there are none.</summary>
    public TaskQueueLimits? Limits { get; init; }

    /// <summary>True when the limits were set by <see cref="IWorkflowService.UpdateTaskQueueConfigAsync"/>, false when a worker gave them.</summary>
    public bool AreLimitsOverridden { get; init; }
}

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

    /// <summary>Attempts that came into the queue per second, over the last 30 seconds.</summary>
    public double AttemptsAddedPerSecond { get; init; }

    /// <summary>Attempts that workers were given per second, over the last 30 seconds.</summary>
    public double AttemptsDispatchedPerSecond { get; init; }

    /// <summary>Runs that the limits on starts hold back.</summary>
    public int StartsWaiting { get; init; }

    /// <summary>Since when the run has waited that has waited longest; null when none waits.</summary>
    public DateTimeOffset? OldestStartWaitingSince { get; init; }

    /// <summary>Open runs that the limits on starts have let in.</summary>
    public int RunsUnderStartLimits { get; init; }

    /// <summary>Its workers.</summary>
    public required IReadOnlyList<TaskQueueWorker> Workers { get; init; }

    /// <summary>The limits that hold; null when there are none.</summary>
    public TaskQueueLimits? Limits { get; init; }

    /// <summary>True when the limits were set by <see cref="IWorkflowService.UpdateTaskQueueConfigAsync"/>, false when a worker or the host's options gave them.</summary>
    public bool AreLimitsOverridden { get; init; }
}

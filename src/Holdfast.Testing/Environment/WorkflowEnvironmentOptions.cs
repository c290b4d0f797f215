using Holdfast.Protocol;

namespace Holdfast.Testing;

/// <summary>Settings of a <see cref="WorkflowEnvironment"/>.</summary>
public sealed record WorkflowEnvironmentOptions
{
    /// <summary>What the clock shows at the start. Default: 2030-01-01T00:00:00Z.</summary>
    public DateTimeOffset StartTime { get; init; } = VirtualTimeProvider.DefaultStart;

    /// <summary>The namespace of client and worker, which is registered. Default "default".</summary>
    public string Namespace { get; init; } = "default";

    /// <summary>The task queues that the worker serves; at least one. Default: "default".</summary>
    public IReadOnlyList<string> TaskQueues { get; init; } = ["default"];

    /// <summary>
    /// True to let time pass by itself, straight to what is due next, while the test waits for something and nothing is going on. False: time passes with
    /// <see cref="WorkflowEnvironment.AdvanceAsync"/> alone. Default true.
    /// </summary>
    public bool SkipsTime { get; init; } = true;

    /// <summary>Most activity attempts at a time, for each task queue. Default 1,000; 1 to 100,000.</summary>
    public int MaxConcurrentActivities { get; init; } = 1_000;

    /// <summary>Most activity attempts started per second, for each task queue's worker. More than 0, at most 1,000,000; default no limit.</summary>
    public double? MaxActivitiesPerSecond { get; init; }

    /// <summary>Limits of each task queue, as a worker gives them. Default: none.</summary>
    public TaskQueueLimits? TaskQueueLimits { get; init; }

    /// <summary>Chooses what a crash loses of writes that were under way (<see cref="WorkflowEnvironment.RestartAsync"/>). Default 0.</summary>
    public ulong CrashSeed { get; init; }

    internal void Validate()
    {
        if (TaskQueues.Count == 0)
        {
            throw new HoldfastException(ErrorCodes.InvalidArgument, "WorkflowEnvironmentOptions.TaskQueues is empty; name at least one task queue.");
        }
    }
}

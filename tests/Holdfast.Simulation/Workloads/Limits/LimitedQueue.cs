using System.Collections.Immutable;
using Holdfast.Protocol;

namespace Holdfast.Simulation;

/// <summary>The limits of the task queue. They name types that only limits and crowds are made of.</summary>
internal static class LimitedQueue
{
    /// <summary>Attempts of the limited activity at a time.</summary>
    public const int AttemptsOfType = 2;

    /// <summary>Attempts of each key at a time.</summary>
    public const int AttemptsOfKey = 1;

    /// <summary>Attempts of a crowd at a time, however many slots there are.</summary>
    public const int AttemptsOfCrowd = 3;

    /// <summary>Runs of the queued workflow at a time.</summary>
    public const int QueuedRuns = 2;

    /// <summary>How long a debounced start waits for another.</summary>
    public static readonly TimeSpan QuietPeriod = TimeSpan.FromSeconds(3);

    /// <summary>How long it waits at most.</summary>
    public static readonly TimeSpan MaximumDelay = TimeSpan.FromSeconds(8);

    /// <summary>What engines are started with.</summary>
    public static ImmutableDictionary<(string Namespace, string TaskQueue), TaskQueueLimits> Limits { get; } = ImmutableDictionary<(string Namespace, string TaskQueue), TaskQueueLimits>.Empty.Add(("default", "default"), new TaskQueueLimits
    {
        MaxConcurrentActivitiesByType = ImmutableDictionary<string, int>.Empty.Add("Limited", AttemptsOfType).Add("Linger", AttemptsOfCrowd),
        MaxConcurrentActivitiesPerKey = AttemptsOfKey,
        WorkflowStartsByType = ImmutableDictionary<string, StartLimit>.Empty.Add(nameof(QueuedWorkflow), new StartLimit { MaxConcurrent = QueuedRuns }),
        WorkflowStartsPerKeyByType = ImmutableDictionary<string, StartLimit>.Empty
            .Add(nameof(RejectedWorkflow), new StartLimit { MaxConcurrent = 1, Policy = StartLimitPolicy.Rejected })
            .Add(nameof(ReplacedWorkflow), new StartLimit { MaxConcurrent = 1, Policy = StartLimitPolicy.Replaced })
            .Add(nameof(DebouncedWorkflow), new StartLimit { Policy = StartLimitPolicy.Debounced, QuietPeriod = QuietPeriod, MaximumDelay = MaximumDelay }),
    });
}

namespace Holdfast.Protocol;

/// <summary>A worker and what it can do.</summary>
public sealed record WorkerRegistration
{
    /// <summary>The namespace.</summary>
    public required string Namespace { get; init; }

    /// <summary>The task queue it serves.</summary>
    public required string TaskQueue { get; init; }

    /// <summary>Its name in histories and descriptions.</summary>
    public required string Identity { get; init; }

    /// <summary>The build of its code, as histories name it; empty when it does not say. At most 1,000 bytes of UTF-8.</summary>
    public string BuildId { get; init; } = string.Empty;

    /// <summary>Runs workflow tasks; null when it runs none.</summary>
    public IWorkflowTaskHandler? Workflows { get; init; }

    /// <summary>Runs activity tasks; null when it runs none.</summary>
    public IActivityTaskHandler? Activities { get; init; }

    /// <summary>Most activity attempts at a time. Default 100; 1 to 100,000.</summary>
    public int MaxConcurrentActivities { get; init; } = 100;

    /// <summary>Most activity attempts started per second at this worker; after a pause up to a second's worth at once. More than 0, at most 1,000,000; null means no limit.</summary>
    public double? MaxActivitiesPerSecond { get; init; }

    /// <summary>Limits of the whole task queue; those of the worker that registered last hold. Null says nothing about them.</summary>
    public TaskQueueLimits? TaskQueueLimits { get; init; }
}

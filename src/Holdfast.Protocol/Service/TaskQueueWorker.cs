namespace Holdfast.Protocol;

/// <summary>A worker of a task queue.</summary>
public sealed record TaskQueueWorker
{
    /// <summary>Its name.</summary>
    public required string Identity { get; init; }

    /// <summary>True when it runs workflow tasks.</summary>
    public required bool RunsWorkflows { get; init; }

    /// <summary>Activity attempts that it takes at a time; 0 when it runs none.</summary>
    public required int ActivitySlots { get; init; }

    /// <summary>Those that are free.</summary>
    public required int FreeActivitySlots { get; init; }

    /// <summary>Activity attempts that it takes per second; null means no limit.</summary>
    public double? MaxActivitiesPerSecond { get; init; }
}

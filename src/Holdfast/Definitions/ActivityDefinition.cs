using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;

namespace Holdfast.Definitions;

/// <summary>An activity as the generator describes it.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ActivityDefinition
{
    /// <summary>The activity type's name.</summary>
    public required string Name { get; init; }

    /// <summary>The type that declares the method.</summary>
    [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)]
    public required Type DeclaringType { get; init; }

    /// <summary>True when an instance of <see cref="DeclaringType"/> is needed, from the host's services.</summary>
    public required bool NeedsInstance { get; init; }

    /// <summary>True when it serves every activity type that no other definition has.</summary>
    public bool IsDynamic { get; init; }

    /// <summary>Runs the method.</summary>
    public required ActivityInvoker Invoke { get; init; }

    /// <summary>Options that the attribute gives.</summary>
    public TimeSpan? StartToCloseTimeout { get; init; }

    /// <summary>Options that the attribute gives.</summary>
    public TimeSpan? ScheduleToCloseTimeout { get; init; }

    /// <summary>Options that the attribute gives.</summary>
    public TimeSpan? HeartbeatTimeout { get; init; }

    /// <summary>Options that the attribute gives; 0 means no limit.</summary>
    public int MaximumAttempts { get; init; }

    /// <summary>Attempts at a time; null means no limit.</summary>
    public int? MaxConcurrent { get; init; }

    /// <summary>Attempts at a time of each concurrency key; null means no limit.</summary>
    public int? MaxConcurrentPerKey { get; init; }

    /// <summary>Attempts started per second; null means no limit.</summary>
    public double? MaxPerSecond { get; init; }

    /// <summary>Attempts started per second of each concurrency key; null means no limit.</summary>
    public double? MaxPerSecondPerKey { get; init; }

    /// <summary>Limits of the task queue that it declares; null means none.</summary>
    public Protocol.TaskQueueLimits? QueueLimits { get; init; }
}

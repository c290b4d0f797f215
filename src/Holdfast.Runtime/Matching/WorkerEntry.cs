using Holdfast.Protocol;

namespace Holdfast.Runtime;

/// <summary>A registered worker and its free slots; itself the slot of an attempt that no further limit counts. Guarded by its task queue's lock.</summary>
internal sealed class WorkerEntry(WorkerRegistration registration, TaskQueueEntry queue) : ActivitySlot
{
    private bool _isGone;

    public WorkerRegistration Registration { get; } = registration;

    public TaskQueueEntry Queue { get; } = queue;

    /// <summary>Attempts that it may have at a time.</summary>
    public int Slots { get; } = registration.Activities is null ? 0 : registration.MaxConcurrentActivities;

    public int FreeSlots { get; set; } = registration.Activities is null ? 0 : registration.MaxConcurrentActivities;

    /// <summary>How fast it takes attempts; null when nothing limits that.</summary>
    public TokenBucket? Rate { get; } = registration.MaxActivitiesPerSecond is { } perSecond ? new TokenBucket(perSecond) : null;

    /// <summary>True when it takes nothing any more. Set under the lock, read anywhere.</summary>
    public bool IsGone
    {
        get => Volatile.Read(ref _isGone);
        set => Volatile.Write(ref _isGone, value);
    }

    /// <inheritdoc/>
    public override WorkerEntry Worker => this;

    /// <inheritdoc/>
    public override LaneLimits Limits => LaneLimits.None;
}

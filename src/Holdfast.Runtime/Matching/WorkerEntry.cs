using Holdfast.Protocol;

namespace Holdfast.Runtime;

/// <summary>A registered worker and its free slots. Guarded by its task queue's lock.</summary>
internal sealed class WorkerEntry(WorkerRegistration registration, TaskQueueEntry queue)
{
    public WorkerRegistration Registration { get; } = registration;

    public TaskQueueEntry Queue { get; } = queue;

    /// <summary>Attempts that it may have at a time.</summary>
    public int Slots { get; } = registration.Activities is null ? 0 : registration.MaxConcurrentActivities;

    public int FreeSlots { get; set; } = registration.Activities is null ? 0 : registration.MaxConcurrentActivities;

    public bool IsGone { get; set; }
}

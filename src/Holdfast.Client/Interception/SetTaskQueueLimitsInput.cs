using Holdfast.Protocol;

namespace Holdfast.Interception;

/// <summary>The limits of a task queue are set.</summary>
/// <param name="TaskQueue">The task queue.</param>
/// <param name="Limits">The limits; null for those of its workers.</param>
public sealed record SetTaskQueueLimitsInput(string TaskQueue, TaskQueueLimits? Limits);

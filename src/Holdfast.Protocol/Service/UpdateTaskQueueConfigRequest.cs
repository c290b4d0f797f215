namespace Holdfast.Protocol;

/// <summary>Sets the limits of a task queue; they take the place of those that its workers give.</summary>
/// <param name="Namespace">The namespace.</param>
/// <param name="TaskQueue">The task queue.</param>
/// <param name="Limits">The limits; null lets those of the workers hold again.</param>
public sealed record UpdateTaskQueueConfigRequest(string Namespace, string TaskQueue, TaskQueueLimits? Limits);

using Holdfast.Protocol;

namespace Holdfast.Storage;

/// <summary>Limits of a task queue that were set by a client.</summary>
/// <param name="Namespace">The namespace.</param>
/// <param name="TaskQueue">The task queue.</param>
/// <param name="Limits">The limits.</param>
public sealed record StoredTaskQueueLimits(string Namespace, string TaskQueue, TaskQueueLimits Limits);

namespace Holdfast.Interception;

/// <summary>A task queue is described.</summary>
/// <param name="TaskQueue">The task queue.</param>
public sealed record DescribeTaskQueueInput(string TaskQueue);

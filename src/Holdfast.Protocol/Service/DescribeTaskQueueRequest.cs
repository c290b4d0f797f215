namespace Holdfast.Protocol;

/// <summary>Asks for what goes on in a task queue.</summary>
/// <param name="Namespace">The namespace.</param>
/// <param name="TaskQueue">The task queue.</param>
public sealed record DescribeTaskQueueRequest(string Namespace, string TaskQueue);

namespace Holdfast.Worker;

/// <summary>A piece of workflow code that is ready to run: a continuation, or a task of the scheduler when <paramref name="Callback"/> is null.</summary>
internal readonly record struct WorkItem(SendOrPostCallback? Callback, object? State);

using System.ComponentModel;

namespace Holdfast.Definitions;

/// <summary>A workflow as the generator describes it.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record WorkflowDefinition
{
    /// <summary>The workflow type's name.</summary>
    public required string Name { get; init; }

    /// <summary>The workflow class, or the class that declares the static method.</summary>
    public required Type DeclaringType { get; init; }

    /// <summary>Creates the instance; null for a static method.</summary>
    public Func<object>? Create { get; init; }

    /// <summary>Creates the instance from the run's arguments; null when <see cref="Create"/> does.</summary>
    public Func<InvocationArguments, object>? CreateFrom { get; init; }

    /// <summary>True when it runs every workflow type that no other definition has.</summary>
    public bool IsDynamic { get; init; }

    /// <summary>Exception types (and their subtypes) that end this workflow when its code throws them, beside those that the worker names.</summary>
    public IReadOnlyList<Type> FailureExceptionTypes { get; init; } = [];

    /// <summary>Limit of its runs; null means none.</summary>
    public Protocol.StartLimit? StartLimit { get; init; }

    /// <summary>Limit of its runs of each concurrency key; null means none.</summary>
    public Protocol.StartLimit? StartLimitPerKey { get; init; }

    /// <summary>Limits of the task queue that it declares; null means none.</summary>
    public Protocol.TaskQueueLimits? QueueLimits { get; init; }

    /// <summary>Runs the code.</summary>
    public required WorkflowInvoker Invoke { get; init; }

    /// <summary>Signal handlers.</summary>
    public IReadOnlyList<SignalDefinition> Signals { get; init; } = [];

    /// <summary>Query handlers.</summary>
    public IReadOnlyList<QueryDefinition> Queries { get; init; } = [];

    /// <summary>Update handlers.</summary>
    public IReadOnlyList<UpdateDefinition> Updates { get; init; } = [];
}

using System.ComponentModel;

namespace Holdfast.Definitions;

/// <summary>A workflow as the generator describes it.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class WorkflowDefinition
{
    /// <summary>The workflow type's name.</summary>
    public required string Name { get; init; }

    /// <summary>The workflow class, or the class that declares the static method.</summary>
    public required Type DeclaringType { get; init; }

    /// <summary>Creates the instance; null for a static method.</summary>
    public Func<object>? Create { get; init; }

    /// <summary>Runs the code.</summary>
    public required WorkflowInvoker Invoke { get; init; }

    /// <summary>Signal handlers.</summary>
    public IReadOnlyList<SignalDefinition> Signals { get; init; } = [];

    /// <summary>Query handlers.</summary>
    public IReadOnlyList<QueryDefinition> Queries { get; init; } = [];

    /// <summary>Update handlers.</summary>
    public IReadOnlyList<UpdateDefinition> Updates { get; init; } = [];
}

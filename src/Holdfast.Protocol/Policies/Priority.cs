namespace Holdfast.Protocol;

/// <summary>Which tasks of a task queue come first. A workflow's priority is that of its activities and children, unless they have their own.</summary>
public sealed record Priority
{
    /// <summary>1 (first) to 5 (last); 0 means the default, 3, or that of the workflow or parent.</summary>
    public int PriorityKey { get; init; }

    /// <summary>Tasks of one priority are dispatched in proportion to the weights of their fairness keys. At most 64 bytes of UTF-8; empty is a key like any other.</summary>
    public string FairnessKey { get; init; } = string.Empty;

    /// <summary>Weight of the fairness key, 0.001 to 1,000; 0 means the default, 1.</summary>
    public double FairnessWeight { get; init; }
}

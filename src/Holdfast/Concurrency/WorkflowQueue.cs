namespace Holdfast;

/// <summary>Defaults of <see cref="WorkflowQueue{T}"/>.</summary>
public static class WorkflowQueue
{
    /// <summary>Most items at a time, unless the queue is given another number.</summary>
    public const int DefaultCapacity = 1000;
}

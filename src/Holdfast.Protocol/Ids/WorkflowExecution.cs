namespace Holdfast.Protocol;

/// <summary>A run of a workflow. <see cref="RunId"/> may be <see cref="Protocol.RunId.None"/> where "the current run" is meant.</summary>
/// <param name="WorkflowId">The workflow ID chosen by the user.</param>
/// <param name="RunId">The run.</param>
public readonly record struct WorkflowExecution(string WorkflowId, RunId RunId)
{
    /// <inheritdoc/>
    public override string ToString() => RunId.IsNone ? WorkflowId : $"{WorkflowId} ({RunId})";
}

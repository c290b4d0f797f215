namespace Holdfast.Protocol;

/// <summary>What makes a workflow unique: at most one run of a key is open at a time.</summary>
/// <param name="Namespace">The namespace, the unit of isolation.</param>
/// <param name="WorkflowId">The workflow ID chosen by the user.</param>
public readonly record struct WorkflowKey(string Namespace, string WorkflowId)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Namespace}/{WorkflowId}";
}

namespace Holdfast.Engine;

/// <summary>A workflow task waits for a worker.</summary>
/// <param name="TaskQueue">Where.</param>
public sealed record WorkflowTaskReady(string TaskQueue) : Effect
{
    /// <inheritdoc/>
    public override bool IsGated => false;
}

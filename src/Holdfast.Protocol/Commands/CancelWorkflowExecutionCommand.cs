namespace Holdfast.Protocol;

/// <summary>Ends the run as canceled.</summary>
public sealed record CancelWorkflowExecutionCommand : Command
{
    /// <inheritdoc/>
    public override CommandType Type => CommandType.CancelWorkflowExecution;

    /// <summary>Details.</summary>
    public Payloads Details { get; init; } = Payloads.Empty;
}

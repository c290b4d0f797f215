namespace Holdfast.Protocol;

/// <summary>Ends the run with a result.</summary>
public sealed record CompleteWorkflowExecutionCommand : Command
{
    /// <inheritdoc/>
    public override CommandType Type => CommandType.CompleteWorkflowExecution;

    /// <summary>The result.</summary>
    public Payloads Result { get; init; } = Payloads.Empty;
}

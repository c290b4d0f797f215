namespace Holdfast.Protocol;

/// <summary>Ends the run with a failure (or retries it under its retry policy).</summary>
public sealed record FailWorkflowExecutionCommand : Command
{
    /// <inheritdoc/>
    public override CommandType Type => CommandType.FailWorkflowExecution;

    /// <summary>Why.</summary>
    public required Failure Failure { get; init; }
}

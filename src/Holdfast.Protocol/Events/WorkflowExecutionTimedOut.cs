namespace Holdfast.Protocol;

/// <summary>The run or execution timeout passed.</summary>
public sealed record WorkflowExecutionTimedOut : EventAttributes
{
    /// <inheritdoc/>
    public override EventType Type => EventType.WorkflowExecutionTimedOut;

    /// <summary>Why there is no retry, or that one is under way.</summary>
    public required RetryState RetryState { get; init; }

    /// <summary>The run that retries it.</summary>
    public RunId? NewExecutionRunId { get; init; }
}

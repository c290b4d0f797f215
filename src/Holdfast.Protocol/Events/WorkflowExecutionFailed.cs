namespace Holdfast.Protocol;

/// <summary>The run ended with a failure.</summary>
public sealed record WorkflowExecutionFailed : EventAttributes
{
    /// <inheritdoc/>
    public override EventType Type => EventType.WorkflowExecutionFailed;

    /// <summary>Why.</summary>
    public required Failure Failure { get; init; }

    /// <summary>Why there is no retry, or that one is under way.</summary>
    public required RetryState RetryState { get; init; }

    /// <summary>The workflow task that asked for it.</summary>
    public required long WorkflowTaskCompletedEventId { get; init; }

    /// <summary>The run that retries it.</summary>
    public RunId? NewExecutionRunId { get; init; }
}

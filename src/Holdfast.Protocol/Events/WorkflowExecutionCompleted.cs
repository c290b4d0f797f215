namespace Holdfast.Protocol;

/// <summary>The run ended with a result.</summary>
public sealed record WorkflowExecutionCompleted : EventAttributes
{
    /// <inheritdoc/>
    public override EventType Type => EventType.WorkflowExecutionCompleted;

    /// <summary>The result; empty when there is none.</summary>
    public Payloads Result { get; init; } = Payloads.Empty;

    /// <summary>The workflow task that asked for it.</summary>
    public required long WorkflowTaskCompletedEventId { get; init; }

    /// <summary>The next run under the cron schedule; null when there is none.</summary>
    public RunId? NewExecutionRunId { get; init; }
}

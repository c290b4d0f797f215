namespace Holdfast.Protocol;

/// <summary>The handler of an update ended.</summary>
public sealed record WorkflowExecutionUpdateCompleted : EventAttributes
{
    /// <inheritdoc/>
    public override EventType Type => EventType.WorkflowExecutionUpdateCompleted;

    /// <summary>The update.</summary>
    public required string UpdateId { get; init; }

    /// <summary>Its accepted event.</summary>
    public required long AcceptedEventId { get; init; }

    /// <summary>The result; null when it failed.</summary>
    public Payloads? Result { get; init; }

    /// <summary>Why it failed; null when it gave a result.</summary>
    public Failure? Failure { get; init; }
}

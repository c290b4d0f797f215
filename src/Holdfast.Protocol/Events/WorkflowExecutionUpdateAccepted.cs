namespace Holdfast.Protocol;

/// <summary>The workflow's validator let an update in.</summary>
public sealed record WorkflowExecutionUpdateAccepted : EventAttributes
{
    /// <inheritdoc/>
    public override EventType Type => EventType.WorkflowExecutionUpdateAccepted;

    /// <summary>The update's ID, unique in the run.</summary>
    public required string UpdateId { get; init; }

    /// <summary>The update's name.</summary>
    public required string Name { get; init; }

    /// <summary>Arguments.</summary>
    public Payloads Input { get; init; } = Payloads.Empty;

    /// <summary>Context passed by interceptors.</summary>
    public PayloadMap Header { get; init; } = PayloadMap.Empty;

    /// <summary>Who sent it.</summary>
    public string Identity { get; init; } = string.Empty;

    /// <summary>The WorkflowTaskScheduled event before which the request was read by workflow code.</summary>
    public required long AcceptedRequestSequencingEventId { get; init; }
}

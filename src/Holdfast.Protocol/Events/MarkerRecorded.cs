namespace Holdfast.Protocol;

/// <summary>The worker recorded something that only it understands: a patch, the outcome of a local activity.</summary>
public sealed record MarkerRecorded : EventAttributes
{
    /// <inheritdoc/>
    public override EventType Type => EventType.MarkerRecorded;

    /// <summary>What kind of marker it is; at most 1,000 bytes of UTF-8.</summary>
    public required string MarkerName { get; init; }

    /// <summary>What the worker wrote down.</summary>
    public PayloadsMap Details { get; init; } = PayloadsMap.Empty;

    /// <summary>The workflow task that asked for it.</summary>
    public required long WorkflowTaskCompletedEventId { get; init; }

    /// <summary>Context passed by interceptors.</summary>
    public PayloadMap Header { get; init; } = PayloadMap.Empty;

    /// <summary>The failure that it records, if it records one.</summary>
    public Failure? Failure { get; init; }
}

namespace Holdfast.Protocol;

/// <summary>A signal arrived.</summary>
public sealed record WorkflowExecutionSignaled : EventAttributes
{
    /// <inheritdoc/>
    public override EventType Type => EventType.WorkflowExecutionSignaled;

    /// <summary>The signal's name.</summary>
    public required string SignalName { get; init; }

    /// <summary>Arguments.</summary>
    public Payloads Input { get; init; } = Payloads.Empty;

    /// <summary>Who sent it.</summary>
    public string Identity { get; init; } = string.Empty;

    /// <summary>Idempotence key of the request.</summary>
    public string RequestId { get; init; } = string.Empty;

    /// <summary>Context passed by interceptors.</summary>
    public PayloadMap Header { get; init; } = PayloadMap.Empty;
}

namespace Holdfast.Protocol;

/// <summary>The run was paused: no workflow task or activity of it is started until it is unpaused.</summary>
public sealed record WorkflowExecutionPaused : EventAttributes
{
    /// <inheritdoc/>
    public override EventType Type => EventType.WorkflowExecutionPaused;

    /// <summary>Who paused it.</summary>
    public string Identity { get; init; } = string.Empty;

    /// <summary>Why.</summary>
    public string Reason { get; init; } = string.Empty;

    /// <summary>Idempotence key of the request.</summary>
    public string RequestId { get; init; } = string.Empty;
}

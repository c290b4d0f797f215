namespace Holdfast.Protocol;

/// <summary>The run goes on after a pause.</summary>
public sealed record WorkflowExecutionUnpaused : EventAttributes
{
    /// <inheritdoc/>
    public override EventType Type => EventType.WorkflowExecutionUnpaused;

    /// <summary>Who unpaused it.</summary>
    public string Identity { get; init; } = string.Empty;

    /// <summary>Why.</summary>
    public string Reason { get; init; } = string.Empty;

    /// <summary>Idempotence key of the request.</summary>
    public string RequestId { get; init; } = string.Empty;
}

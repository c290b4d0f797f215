namespace Holdfast.Protocol;

/// <summary>Somebody asked the run to cancel. At most once for each run.</summary>
public sealed record WorkflowExecutionCancelRequested : EventAttributes
{
    /// <inheritdoc/>
    public override EventType Type => EventType.WorkflowExecutionCancelRequested;

    /// <summary>The reason given.</summary>
    public string Cause { get; init; } = string.Empty;

    /// <summary>Who asked.</summary>
    public string Identity { get; init; } = string.Empty;

    /// <summary>Idempotence key of the request.</summary>
    public string RequestId { get; init; } = string.Empty;
}

namespace Holdfast.Protocol;

/// <summary>The run was closed by force.</summary>
public sealed record WorkflowExecutionTerminated : EventAttributes
{
    /// <inheritdoc/>
    public override EventType Type => EventType.WorkflowExecutionTerminated;

    /// <summary>The reason given.</summary>
    public string Reason { get; init; } = string.Empty;

    /// <summary>Details given.</summary>
    public Payloads Details { get; init; } = Payloads.Empty;

    /// <summary>Who did it.</summary>
    public string Identity { get; init; } = string.Empty;
}

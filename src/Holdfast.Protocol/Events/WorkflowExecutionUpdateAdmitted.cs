namespace Holdfast.Protocol;

/// <summary>An update that had been accepted was carried over to a run that came of a reset.</summary>
public sealed record WorkflowExecutionUpdateAdmitted : EventAttributes
{
    /// <inheritdoc/>
    public override EventType Type => EventType.WorkflowExecutionUpdateAdmitted;

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

    /// <summary>Where it comes from.</summary>
    public required UpdateAdmittedEventOrigin Origin { get; init; }
}

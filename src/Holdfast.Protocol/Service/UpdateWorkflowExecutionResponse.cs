namespace Holdfast.Protocol;

/// <summary>Response of an update. At stage Completed exactly one of <see cref="Result"/> and <see cref="Failure"/> is set.</summary>
public sealed record UpdateWorkflowExecutionResponse
{
    /// <summary>The run that took the update.</summary>
    public required RunId RunId { get; init; }

    /// <summary>The stage reached. A rejected update is Completed with a failure.</summary>
    public required UpdateStage Stage { get; init; }

    /// <summary>The result; null when not completed, or failed.</summary>
    public Payloads? Result { get; init; }

    /// <summary>Why it failed or was rejected.</summary>
    public Failure? Failure { get; init; }
}

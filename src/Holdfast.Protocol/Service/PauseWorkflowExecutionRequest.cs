namespace Holdfast.Protocol;

/// <summary>Pauses an open run: none of its code and no activity attempt is started until it is unpaused.</summary>
public sealed record PauseWorkflowExecutionRequest
{
    /// <summary>Its namespace.</summary>
    public required string Namespace { get; init; }

    /// <summary>The run; without run ID, the workflow's newest.</summary>
    public required WorkflowExecution Execution { get; init; }

    /// <summary>Idempotence key: a request that is sent again changes nothing.</summary>
    public required string RequestId { get; init; }

    /// <summary>Why; shown in the history. At most 1,000 bytes of UTF-8.</summary>
    public string Reason { get; init; } = string.Empty;

    /// <summary>Who asks.</summary>
    public string Identity { get; init; } = string.Empty;
}

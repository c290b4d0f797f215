namespace Holdfast.Protocol;

/// <summary>Does something to pending activities of an open run, to all of them in one step.</summary>
public sealed record OperateActivitiesRequest
{
    /// <summary>Its namespace.</summary>
    public required string Namespace { get; init; }

    /// <summary>The run; without run ID, the workflow's newest.</summary>
    public required WorkflowExecution Execution { get; init; }

    /// <summary>Which activities; at least one must be pending.</summary>
    public required ActivitySelector Activities { get; init; }

    /// <summary>What is done to them.</summary>
    public required ActivityOperation Operation { get; init; }

    /// <summary>Idempotence key: a request that is sent again changes nothing.</summary>
    public required string RequestId { get; init; }

    /// <summary>Who asks.</summary>
    public string Identity { get; init; } = string.Empty;
}

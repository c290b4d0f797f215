namespace Holdfast.Protocol;

/// <summary>Changes options of an open run.</summary>
public sealed record UpdateWorkflowExecutionOptionsRequest
{
    /// <summary>Its namespace.</summary>
    public required string Namespace { get; init; }

    /// <summary>The run; without run ID, the workflow's newest.</summary>
    public required WorkflowExecution Execution { get; init; }

    /// <summary>Priority and fairness of its tasks from now on; null gives back what the run started with.</summary>
    public Priority? Priority { get; init; }

    /// <summary>What of <see cref="Priority"/> is changed; the rest stays as it is. Default: nothing.</summary>
    public PriorityFields PriorityFields { get; init; }

    /// <summary>Who asks.</summary>
    public string Identity { get; init; } = string.Empty;
}

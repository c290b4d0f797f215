namespace Holdfast.Protocol;

/// <summary>Request of <see cref="IWorkflowService.QueryWorkflowAsync"/>.</summary>
public sealed record QueryWorkflowRequest
{
    /// <summary>The namespace.</summary>
    public required string Namespace { get; init; }

    /// <summary>The run; without a run ID the current one.</summary>
    public required WorkflowExecution Execution { get; init; }

    /// <summary>The query.</summary>
    public required WorkflowQuery Query { get; init; }

    /// <summary>When to refuse it because of the run's state. Default: never.</summary>
    public QueryRejectCondition RejectCondition { get; init; } = QueryRejectCondition.None;
}

namespace Holdfast.Protocol;

/// <summary>Request of <see cref="IWorkflowService.ListWorkflowExecutionsAsync"/>. Filters that are set must all match.</summary>
public sealed record ListWorkflowExecutionsRequest
{
    /// <summary>The namespace.</summary>
    public required string Namespace { get; init; }

    /// <summary>A list filter, such as <c>WorkflowType = 'Order' AND ExecutionStatus = 'Running'</c>; empty for every run.</summary>
    public string Query { get; init; } = string.Empty;

    /// <summary>Only runs of this type.</summary>
    public string? WorkflowType { get; init; }

    /// <summary>Only runs of this workflow ID.</summary>
    public string? WorkflowId { get; init; }

    /// <summary>Only runs whose workflow ID begins so.</summary>
    public string? WorkflowIdPrefix { get; init; }

    /// <summary>Only runs in this state.</summary>
    public WorkflowExecutionStatus? Status { get; init; }

    /// <summary>True to list the runs of the archive instead of those that are kept. Default false.</summary>
    public bool Archived { get; init; }

    /// <summary>Runs on a page. Default 100; 1 to 1,000.</summary>
    public int PageSize { get; init; } = 100;

    /// <summary>Token of the page before; null for the first page.</summary>
    public string? PageToken { get; init; }
}

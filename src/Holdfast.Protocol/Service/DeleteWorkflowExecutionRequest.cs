namespace Holdfast.Protocol;

/// <summary>Request of <see cref="IWorkflowService.DeleteWorkflowExecutionAsync"/>.</summary>
public sealed record DeleteWorkflowExecutionRequest
{
    /// <summary>The namespace.</summary>
    public required string Namespace { get; init; }

    /// <summary>The run; without a run ID the workflow's newest.</summary>
    public required WorkflowExecution Execution { get; init; }

    /// <summary>Who asks; shown to those who await the result of a run that is terminated by this.</summary>
    public string Identity { get; init; } = string.Empty;
}

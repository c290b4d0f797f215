namespace Holdfast.Protocol;

/// <summary>Request of <see cref="IWorkflowService.GetWorkflowExecutionHistoryAsync"/>.</summary>
public sealed record GetWorkflowExecutionHistoryRequest
{
    /// <summary>The namespace.</summary>
    public required string Namespace { get; init; }

    /// <summary>The run; without a run ID the current (or last) one.</summary>
    public required WorkflowExecution Execution { get; init; }

    /// <summary>First event wanted. Default 1.</summary>
    public long FirstEventId { get; init; } = 1;

    /// <summary>Most events to return. Default 1,000; 1 to 10,000.</summary>
    public int MaximumEvents { get; init; } = 1_000;

    /// <summary>True to wait until the run has at least one event from <see cref="FirstEventId"/> on.</summary>
    public bool WaitNewEvent { get; init; }

    /// <summary>True to wait until the run closes and to return its close event alone.</summary>
    public bool CloseEventOnly { get; init; }
}

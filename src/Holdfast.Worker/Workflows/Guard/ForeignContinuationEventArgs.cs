using Holdfast.Protocol;

namespace Holdfast.Worker;

/// <summary>Says which run's code was touched by something outside its scheduler.</summary>
/// <param name="workflow">The workflow.</param>
/// <param name="runId">The run.</param>
public sealed class ForeignContinuationEventArgs(WorkflowKey workflow, RunId runId) : EventArgs
{
    /// <summary>The workflow.</summary>
    public WorkflowKey Workflow { get; } = workflow;

    /// <summary>The run.</summary>
    public RunId RunId { get; } = runId;
}

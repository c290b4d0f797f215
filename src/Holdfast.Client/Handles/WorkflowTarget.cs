using Holdfast.Interception;
using Holdfast.Protocol;

namespace Holdfast;

/// <summary>Which workflow, and which of its runs, a handle is about.</summary>
/// <param name="WorkflowId">The workflow.</param>
/// <param name="RunId">The run it was started with or that was named; none for the current run.</param>
/// <param name="FirstExecutionRunId">First run of the chain, where known.</param>
/// <param name="IsPinned">True when requests go to <paramref name="RunId"/> alone, and not to the run that is current when they are made.</param>
internal sealed record WorkflowTarget(string WorkflowId, RunId RunId, RunId FirstExecutionRunId, bool IsPinned)
{
    /// <summary>The run that requests go to.</summary>
    public WorkflowExecution Requests => new(WorkflowId, IsPinned ? RunId : RunId.None);

    /// <summary>The run whose result is awaited first.</summary>
    public WorkflowExecution Result => new(WorkflowId, RunId);

    /// <summary>A workflow that was started: requests follow it from run to run.</summary>
    public static WorkflowTarget Of(StartedRun run) => new(run.Execution.WorkflowId, run.Execution.RunId, run.FirstExecutionRunId, IsPinned: false);

    /// <summary>A workflow that is known by its ID, or one run of it.</summary>
    public static WorkflowTarget Of(string workflowId, RunId runId)
    {
        RequestText.Require(workflowId, "The workflow ID");
        return new(workflowId, runId, RunId.None, IsPinned: !runId.IsNone);
    }
}

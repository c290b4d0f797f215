namespace Holdfast.Protocol;

/// <summary>How a workflow task went.</summary>
public abstract record WorkflowTaskResult
{
    private WorkflowTaskResult()
    {
    }

    /// <summary>Workflow code ran up to its next wait.</summary>
    /// <param name="Commands">What it asks for, in order. A command that closes the run is the last.</param>
    /// <param name="ForceNewTask">True when the run needs another task at once: local activities are still under way, and the task had to end in time.</param>
    public sealed record Completed(IReadOnlyList<Command> Commands, bool ForceNewTask = false) : WorkflowTaskResult;

    /// <summary>The task, or the query, waits for local activities of the worker or for the blob store: it is not complete yet.</summary>
    /// <param name="Task">The task, to be continued.</param>
    public sealed record Suspended(ISuspendedWorkflowTask Task) : WorkflowTaskResult;

    /// <summary>Workflow code could not be run; the task is tried again later.</summary>
    /// <param name="Cause">What kind of trouble.</param>
    /// <param name="Failure">The trouble.</param>
    public sealed record Failed(WorkflowTaskFailedCause Cause, Failure Failure) : WorkflowTaskResult;

    /// <summary>The query was answered.</summary>
    /// <param name="Result">The answer.</param>
    public sealed record QueryAnswered(Payloads Result) : WorkflowTaskResult;

    /// <summary>The query failed.</summary>
    /// <param name="Failure">Why.</param>
    public sealed record QueryFailed(Failure Failure) : WorkflowTaskResult;
}

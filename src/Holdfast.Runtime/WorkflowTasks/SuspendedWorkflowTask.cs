using Holdfast.Protocol;

namespace Holdfast.Runtime;

/// <summary>The workflow task of a run, or a query, that waits for something of its worker.</summary>
/// <param name="task">What the worker was given.</param>
/// <param name="suspended">What goes on with it.</param>
internal sealed class SuspendedWorkflowTask(WorkflowTask task, ISuspendedWorkflowTask suspended)
{
    public WorkflowTask Task => task;

    /// <summary>True when it can be continued.</summary>
    public bool IsReady { get; set; }

    public bool MayAnswerQueries => suspended.MayAnswer;

    /// <summary>Begins what the task waits for.</summary>
    public void Begin() => suspended.Begin();

    /// <summary>Continues the task, or asks it a query.</summary>
    public WorkflowTaskResult Execute(WorkflowTask next) => next.Query is null ? suspended.Continue() : suspended.Answer(next);
}

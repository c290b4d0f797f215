using Holdfast.Protocol;

namespace Holdfast.Engine;

/// <summary>Starts a run. The only message that a new state takes.</summary>
/// <param name="Workflow">The workflow.</param>
/// <param name="RunId">The new run's ID.</param>
/// <param name="Started">The first event of its history, complete.</param>
/// <param name="Activity">The activity that the run executes, when it is of that kind; otherwise null.</param>
public sealed record StartRun(WorkflowKey Workflow, RunId RunId, WorkflowExecutionStarted Started, ScheduleActivityTaskCommand? Activity = null) : RunMessage;

using Holdfast.Protocol;

namespace Holdfast.Runtime;

/// <summary>Makes the tasks that are given to workers.</summary>
internal static class WorkflowTaskFactory
{
    /// <summary>The workflow task that has just been started.</summary>
    public static WorkflowTask TaskOf(RunEntry run)
    {
        var pending = run.State.WorkflowTask!;
        var unwritten = pending.UnwrittenEvents;
        return new WorkflowTask
        {
            Workflow = run.Workflow,
            RunId = run.RunId,
            WorkflowType = run.State.WorkflowType,
            Attempt = pending.Attempt,
            PreviousStartedEventId = run.State.PreviousStartedEventId,
            StartedEventId = pending.StartedEventId,
            NewEvents = run.RecentEventsWith(unwritten),
            History = new TaskHistory(run.History.Snapshot(), unwritten),
            Updates = run.State.DeliveredUpdates,
        };
    }

    /// <summary>A task that only asks a query.</summary>
    public static WorkflowTask QueryOf(RunEntry run, WorkflowQuery query) => new()
    {
        Workflow = run.Workflow,
        RunId = run.RunId,
        WorkflowType = run.State.WorkflowType,
        Attempt = 1,
        PreviousStartedEventId = run.State.PreviousStartedEventId,
        StartedEventId = run.State.PreviousStartedEventId,
        NewEvents = [],
        History = new TaskHistory(run.History.Snapshot(), []),
        Query = query,
    };
}

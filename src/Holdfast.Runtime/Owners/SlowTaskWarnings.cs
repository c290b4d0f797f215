using Holdfast.Engine;
using Microsoft.Extensions.Logging;

namespace Holdfast.Runtime;

/// <summary>Warns of workflow tasks that took long, before others of their kind take too long and time out.</summary>
internal sealed class SlowTaskWarnings(TimeSpan limit, ILogger logger)
{
    /// <summary>A workflow task is about to complete.</summary>
    public void Note(RunEntry run, CompleteWorkflowTask completion, DateTimeOffset now)
    {
        if (run.State.WorkflowTask is { StartedTime: { } started } task && now - started > limit && task.StartedEventId == completion.StartedEventId && !IsGoingOn(task))
        {
            OwnerLog.SlowWorkflowTask(logger, run.State.WorkflowType, run.Workflow.WorkflowId, run.RunId, now - started, run.State.Started.WorkflowTaskTimeout);
        }
    }

    /// <summary>The task before it did nothing but wait for the same local activities, and was warned of.</summary>
    private static bool IsGoingOn(WorkflowTaskState task) => task.FirstScheduledTime < task.ScheduledTime;
}

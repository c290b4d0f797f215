using Holdfast.Definitions;
using Holdfast.Protocol;

namespace Holdfast.Worker;

/// <summary>Tells workflow code of its run, from the event that began it and the task under way.</summary>
internal static class RunInfo
{
    public static WorkflowInfo Of(WorkflowRun run)
    {
        Invariant.That(run.Start is not null, "workflow code runs after the run's start was seen");
        var start = (WorkflowExecutionStarted)run.Start.Attributes;
        return new WorkflowInfo
        {
            Namespace = run.Key.Namespace,
            WorkflowId = run.Key.WorkflowId,
            RunId = run.RunId,
            WorkflowType = start.WorkflowType,
            TaskQueue = start.TaskQueue,
            Attempt = start.Attempt,
            StartTime = run.Start.Time,
            Parent = start.Parent,
            FirstExecutionRunId = start.FirstExecutionRunId,
            ContinuedRunId = start.ContinuedExecutionRunId,
            WorkflowExecutionTimeout = start.WorkflowExecutionTimeout,
            WorkflowRunTimeout = start.WorkflowRunTimeout,
            WorkflowTaskTimeout = start.WorkflowTaskTimeout,
            RetryPolicy = start.RetryPolicy,
            Memo = run.Converters.Own.Decode(run.Noted.Memo, PayloadUse.Memo),
            SearchAttributes = run.Noted.SearchAttributes,
            Headers = run.Converters.Own.Decode(start.Header, PayloadUse.Header),
            HistoryLength = run.Facts.StartedEventId,
            HistorySizeBytes = run.Facts.HistorySizeBytes,
            SuggestContinueAsNew = run.Facts.SuggestContinueAsNew,
            SuggestContinueAsNewReasons = run.Facts.SuggestContinueAsNewReasons,
            Root = start.RootWorkflow.WorkflowId is { Length: > 0 } ? start.RootWorkflow : new WorkflowExecution(run.Key.WorkflowId, run.RunId),
            CronSchedule = start.CronSchedule,
            FirstWorkflowTaskBackoff = start.FirstWorkflowTaskBackoff,
            Priority = start.Priority,
            LastFailure = start.ContinuedFailure is { } failure ? FailureConverter.ToException(failure, run.Converters.Own) : null,
            LastResult = start.LastCompletionResult is { } result ? new RawArguments(result, run.Converters.Own) : null,
        };
    }
}

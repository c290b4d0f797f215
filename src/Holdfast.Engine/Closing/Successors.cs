using Holdfast.Protocol;

namespace Holdfast.Engine;

/// <summary>The run that takes over from one that closes.</summary>
internal static class Successors
{
    /// <summary>The same workflow once more, after a delay.</summary>
    internal static StartRun Retry(RunState state, Failure failure, TimeSpan delay, RunStep step) => Start(state, step, state.Started with
    {
        Attempt = state.Started.Attempt + 1,
        FirstWorkflowTaskBackoff = delay > TimeSpan.Zero ? delay : null,
        ContinuedExecutionRunId = state.RunId,
        OriginalExecutionRunId = null,
        WorkflowExecutionExpirationTime = state.ExecutionExpirationTime,
        Admission = StartPermits.OfSuccessor(state, isCron: false),
        DebouncedSince = null,
        Initiator = ContinueAsNewInitiator.Retry,
        Priority = state.Priority,
        ContinuedFailure = failure,
        RequestId = string.Empty,
    });

    /// <summary>The next run of the cron schedule; null when the workflow has none, this machine does not know its time zone, or the chain ends before.</summary>
    internal static StartRun? Cron(RunState state, Payloads? result, Failure? failure, RunStep step)
    {
        if (state.Started.CronSchedule.Length == 0 || CronSchedule.Problem(state.Started.CronSchedule) is not null)
        {
            return null;
        }

        var began = state.StartTime + (state.Started.FirstWorkflowTaskBackoff ?? TimeSpan.Zero);
        var backoff = CronSchedule.Parse(state.Started.CronSchedule).BackoffAfter(began, step.Now);
        if (backoff is not { } delay || step.Now + delay > state.ExecutionExpirationTime)
        {
            return null;
        }

        return Start(state, step, state.Started with
        {
            Attempt = 1,
            FirstWorkflowTaskBackoff = delay > TimeSpan.Zero ? delay : null,
            ContinuedExecutionRunId = state.RunId,
            OriginalExecutionRunId = null,
            WorkflowExecutionExpirationTime = state.ExecutionExpirationTime,
            Admission = StartPermits.OfSuccessor(state, isCron: true),
            DebouncedSince = null,
            Initiator = ContinueAsNewInitiator.CronSchedule,
            Priority = state.Priority,
            ContinuedFailure = failure,
            LastCompletionResult = result ?? state.Started.LastCompletionResult,
            RequestId = string.Empty,
        });
    }

    /// <summary>What the workflow asked to continue as; everything not said is carried over.</summary>
    internal static StartRun ContinueAsNew(RunState state, WorkflowExecutionContinuedAsNew asked, Priority? priority, RunStep step) => Start(state, step, state.Started with
    {
        WorkflowType = asked.WorkflowType,
        TaskQueue = asked.TaskQueue,
        Input = asked.Input,
        WorkflowRunTimeout = asked.WorkflowRunTimeout,
        WorkflowTaskTimeout = asked.WorkflowTaskTimeout,
        RetryPolicy = asked.RetryPolicy,
        CronSchedule = asked.CronSchedule,
        Memo = asked.Memo,
        SearchAttributes = asked.SearchAttributes,
        Header = asked.Header,
        Priority = PriorityRules.Inherit(state.Priority, priority),
        Attempt = 1,
        FirstWorkflowTaskBackoff = asked.BackoffStartInterval,
        ContinuedExecutionRunId = state.RunId,
        OriginalExecutionRunId = null,
        WorkflowExecutionExpirationTime = state.ExecutionExpirationTime,
        Admission = StartPermits.OfSuccessor(state, isCron: false),
        DebouncedSince = null,
        Initiator = ContinueAsNewInitiator.Workflow,
        ContinuedFailure = null,
        RequestId = string.Empty,
    }, asked.NewExecutionRunId);

    private static StartRun Start(RunState state, RunStep step, WorkflowExecutionStarted started, RunId? runId = null) =>
        new(state.Workflow, runId ?? step.NewRunId(), started with { PreviousResetPoints = state.AutoResetPoints });
}

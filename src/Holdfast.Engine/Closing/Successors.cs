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
        Initiator = ContinueAsNewInitiator.Retry,
        ContinuedFailure = failure,
        RequestId = string.Empty,
    });

    /// <summary>What the workflow asked to continue as; everything not said is carried over.</summary>
    internal static StartRun ContinueAsNew(RunState state, WorkflowExecutionContinuedAsNew asked, RunStep step) => Start(state, step, state.Started with
    {
        WorkflowType = asked.WorkflowType,
        TaskQueue = asked.TaskQueue,
        Input = asked.Input,
        WorkflowRunTimeout = asked.WorkflowRunTimeout,
        WorkflowTaskTimeout = asked.WorkflowTaskTimeout,
        RetryPolicy = asked.RetryPolicy,
        Memo = asked.Memo,
        SearchAttributes = asked.SearchAttributes,
        Header = asked.Header,
        Attempt = 1,
        FirstWorkflowTaskBackoff = asked.BackoffStartInterval,
        ContinuedExecutionRunId = state.RunId,
        OriginalExecutionRunId = null,
        WorkflowExecutionExpirationTime = state.ExecutionExpirationTime,
        Initiator = ContinueAsNewInitiator.Workflow,
        ContinuedFailure = null,
        RequestId = string.Empty,
    }, asked.NewExecutionRunId);

    private static StartRun Start(RunState state, RunStep step, WorkflowExecutionStarted started, RunId? runId = null) =>
        new(state.Workflow, runId ?? step.NewRunId(), started);
}

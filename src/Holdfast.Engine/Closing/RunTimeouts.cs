using Holdfast.Protocol;

namespace Holdfast.Engine;

/// <summary>Timeouts of the run and of its chain.</summary>
internal static class RunTimeouts
{
    /// <summary>The run may be retried under the workflow's retry policy.</summary>
    internal static void OfRun(RunState state, RunStep step)
    {
        var failure = EngineFailures.WorkflowTimeout();
        var decision = WorkflowRetries.Decide(state, failure, step.Now);
        var successor = decision.IsRetry ? Successors.Retry(state, failure, decision.Delay, step) : Successors.Cron(state, result: null, failure, step);
        var timedOut = new WorkflowExecutionTimedOut { RetryState = decision.State, NewExecutionRunId = successor?.RunId };
        RunClosing.CloseByForce(state, timedOut, step, successor);
    }

    /// <summary>The chain ends.</summary>
    internal static void OfExecution(RunState state, RunStep step) =>
        RunClosing.CloseByForce(state, new WorkflowExecutionTimedOut { RetryState = RetryState.Timeout }, step);
}

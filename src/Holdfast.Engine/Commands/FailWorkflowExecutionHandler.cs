using Holdfast.Protocol;

namespace Holdfast.Engine;

/// <summary>Ends the run with a failure, and retries it under the workflow's retry policy.</summary>
internal static class FailWorkflowExecutionHandler
{
    internal static void Execute(RunState state, FailWorkflowExecutionCommand command, CommandContext context, RunStep step)
    {
        var failure = FailureRules.Shortened(command.Failure, step.Limits);
        var decision = WorkflowRetries.Decide(state, failure, step.Now);
        var successor = decision.IsRetry ? Successors.Retry(state, failure, decision.Delay, step) : Successors.Cron(state, result: null, failure, step);
        var failed = new WorkflowExecutionFailed
        {
            Failure = failure,
            RetryState = decision.State,
            WorkflowTaskCompletedEventId = context.CompletedEventId,
            NewExecutionRunId = successor?.RunId,
        };
        RunClosing.Close(state, failed, step, successor);
    }
}

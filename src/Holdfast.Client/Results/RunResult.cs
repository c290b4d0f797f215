using Holdfast.Protocol;

namespace Holdfast;

/// <summary>Waits for the result of a run.</summary>
internal static class RunResult
{
    /// <summary>Waits for the run to close, and with <paramref name="followRuns"/> for those that continue or retry it.</summary>
    public static async Task<Payloads> WaitAsync(ClientCalls calls, WorkflowExecution execution, bool followRuns, CancellationToken cancellationToken)
    {
        while (true)
        {
            var (closed, closeEvent) = await WaitForCloseAsync(calls, execution, cancellationToken);
            if (followRuns && SuccessorOf(closeEvent) is { } successor)
            {
                execution = closed with { RunId = successor };
                continue;
            }

            return Read(calls, closed, closeEvent);
        }
    }

    private static async Task<(WorkflowExecution Execution, EventAttributes CloseEvent)> WaitForCloseAsync(ClientCalls calls, WorkflowExecution execution, CancellationToken cancellationToken)
    {
        while (true)
        {
            var page = await calls.PollCloseEventAsync(execution, cancellationToken);

            // From the first answer on it is that run which is waited for, even when another becomes the current one.
            execution = execution with { RunId = page.RunId };
            if (page.Events.Count > 0)
            {
                return (execution, page.Events[^1].Attributes);
            }

            Invariant.That(!page.Closed, "a closed run has a close event");
        }
    }

    private static RunId? SuccessorOf(EventAttributes closeEvent) => closeEvent switch
    {
        WorkflowExecutionContinuedAsNew continued => continued.NewExecutionRunId,
        WorkflowExecutionCompleted completed => completed.NewExecutionRunId,
        WorkflowExecutionFailed failed => failed.NewExecutionRunId,
        WorkflowExecutionTimedOut timedOut => timedOut.NewExecutionRunId,
        _ => null,
    };

    private static Payloads Read(ClientCalls calls, WorkflowExecution execution, EventAttributes closeEvent) => closeEvent switch
    {
        WorkflowExecutionCompleted completed => completed.Result,
        WorkflowExecutionContinuedAsNew continued => throw new WorkflowContinuedAsNewException(execution, continued.NewExecutionRunId),
        _ => throw Failed(calls, execution, CloseFailure.Of(closeEvent)),
    };

    private static WorkflowFailedException Failed(ClientCalls calls, WorkflowExecution execution, CloseFailure close) =>
        new(execution, close, FailureConverter.ToException(close.Failure, calls.ConverterOf(execution.WorkflowId)));
}

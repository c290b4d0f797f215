using Holdfast.Protocol;

namespace Holdfast.Engine;

/// <summary>Ends the run and starts its successor; what the command leaves open is carried over.</summary>
internal static class ContinueAsNewWorkflowExecutionHandler
{
    internal static CommandFault? Validate(RunState state, ContinueAsNewWorkflowExecutionCommand command, CommandBatch batch) =>
        Problem(command, batch.Limits) is { } problem
            ? new(WorkflowTaskFailedCause.BadContinueAsNewAttributes, problem)
            : CommandSearchAttributes.Fault(state, command.SearchAttributes, batch);

    internal static void Execute(RunState state, ContinueAsNewWorkflowExecutionCommand command, CommandContext context, RunStep step)
    {
        var started = state.Started;
        var continued = new WorkflowExecutionContinuedAsNew
        {
            NewExecutionRunId = step.NewRunId(),
            WorkflowType = command.WorkflowType.Length == 0 ? started.WorkflowType : command.WorkflowType,
            TaskQueue = command.TaskQueue.Length == 0 ? started.TaskQueue : command.TaskQueue,
            Input = command.Input,
            WorkflowRunTimeout = command.WorkflowRunTimeout ?? started.WorkflowRunTimeout,
            WorkflowTaskTimeout = command.WorkflowTaskTimeout ?? started.WorkflowTaskTimeout,
            BackoffStartInterval = Backoff(state, command, step),
            CronSchedule = command.CronSchedule.Length == 0 ? started.CronSchedule : command.CronSchedule,
            Initiator = ContinueAsNewInitiator.Workflow,
            LastCompletionResult = started.LastCompletionResult,
            Memo = command.Memo ?? state.Memo,
            SearchAttributes = CommandSearchAttributes.Typed(state, command.SearchAttributes, step) ?? state.SearchAttributes,
            Header = command.Header,
            RetryPolicy = command.RetryPolicy ?? started.RetryPolicy,
            WorkflowTaskCompletedEventId = context.CompletedEventId,
        };
        RunClosing.Close(state, continued, step, Successors.ContinueAsNew(state, continued, command.Priority, step));
    }

    /// <summary>A run that continues as new at once again and again must not keep its owner from the others.</summary>
    private static TimeSpan? Backoff(RunState state, ContinueAsNewWorkflowExecutionCommand command, RunStep step)
    {
        var asked = command.BackoffStartInterval ?? TimeSpan.Zero;
        var earliest = state.StartTime + (state.Started.FirstWorkflowTaskBackoff ?? TimeSpan.Zero) + step.Limits.ContinueAsNewInterval;
        var least = earliest - step.Now;
        var backoff = asked > least ? asked : least;
        return backoff > TimeSpan.Zero ? backoff : null;
    }

    private static string? Problem(ContinueAsNewWorkflowExecutionCommand command, EngineLimits limits) =>
        (SizeRules.LengthProblem("The workflow type", command.WorkflowType, limits)
        ?? SizeRules.LengthProblem("The task queue", command.TaskQueue, limits)
        ?? SizeRules.PayloadProblem("The new run's input", command.Input, command.Header, limits)
        ?? SizeRules.PayloadProblem("The new run's memo", Payloads.Empty, command.Memo ?? PayloadMap.Empty, limits)
        ?? SizeRules.PayloadProblem("The new run's search attributes", Payloads.Empty, command.SearchAttributes ?? PayloadMap.Empty, limits)
        ?? CronSchedule.Problem(command.CronSchedule))?.Message
        ?? TimeoutRules.Problem("The workflow run timeout", command.WorkflowRunTimeout)
        ?? TimeoutRules.Problem("The workflow task timeout", command.WorkflowTaskTimeout)
        ?? (command.WorkflowTaskTimeout > limits.MaximumWorkflowTaskTimeout ? $"The workflow task timeout is {command.WorkflowTaskTimeout}; the most is {limits.MaximumWorkflowTaskTimeout}." : null)
        ?? TimeoutRules.DelayProblem("The first workflow task's delay", command.BackoffStartInterval)
        ?? RetryPolicyRules.Problem(command.RetryPolicy)
        ?? PriorityRules.Problem(command.Priority);
}

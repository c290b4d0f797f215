using System.Globalization;
using Holdfast.Protocol;

namespace Holdfast.Engine;

/// <summary>Asks for a child workflow.</summary>
internal static class StartChildWorkflowExecutionHandler
{
    internal static CommandFault? Validate(RunState state, StartChildWorkflowExecutionCommand command, CommandBatch batch)
    {
        if (Problem(command, batch.Limits) is { } problem)
        {
            return new(WorkflowTaskFailedCause.BadStartChildExecutionAttributes, problem);
        }

        if (StandaloneActivity.Is(command.WorkflowId))
        {
            return new(WorkflowTaskFailedCause.BadStartChildExecutionAttributes, $"The workflow ID of a child must not begin with '{StandaloneActivity.WorkflowIdPrefix}'.");
        }

        if (CommandSearchAttributes.Fault(state, command.SearchAttributes, batch) is { } fault)
        {
            return fault;
        }

        return state.PendingChildren.Count + batch.ChildCount++ < batch.Limits.PendingChildren
            ? null
            : new(
                WorkflowTaskFailedCause.PendingChildWorkflowsLimitExceeded,
                string.Create(CultureInfo.InvariantCulture, $"The run has {batch.Limits.PendingChildren} pending children, the most it may. Wait for some to end before starting more."));
    }

    internal static void Execute(RunState state, StartChildWorkflowExecutionCommand command, CommandContext context, RunStep step)
    {
        var initiated = new StartChildWorkflowExecutionInitiated
        {
            Namespace = state.Workflow.Namespace,
            WorkflowId = command.WorkflowId,
            WorkflowType = command.WorkflowType,
            TaskQueue = command.TaskQueue.Length == 0 ? state.TaskQueue : command.TaskQueue,
            Input = command.Input,
            WorkflowExecutionTimeout = command.WorkflowExecutionTimeout,
            WorkflowRunTimeout = command.WorkflowRunTimeout,
            WorkflowTaskTimeout = command.WorkflowTaskTimeout ?? step.Limits.DefaultWorkflowTaskTimeout,
            ParentClosePolicy = command.ParentClosePolicy,
            WorkflowIdReusePolicy = command.WorkflowIdReusePolicy,
            RetryPolicy = command.RetryPolicy,
            CronSchedule = command.CronSchedule,
            ConcurrencyKey = command.ConcurrencyKey,
            StaticSummary = command.StaticSummary,
            StaticDetails = command.StaticDetails,
            Memo = command.Memo,
            SearchAttributes = CommandSearchAttributes.Typed(state, command.SearchAttributes, step) ?? PayloadMap.Empty,
            Header = command.Header,
            WorkflowTaskCompletedEventId = context.CompletedEventId,
            Priority = PriorityRules.Inherit(state.Priority, command.Priority),
            ChildRunId = step.NewRunId(),
        };
        var recorded = step.Record(state, initiated);
        step.Emit(new StartChild(recorded.EventId, initiated, state.Root));
    }

    private static string? Problem(StartChildWorkflowExecutionCommand command, EngineLimits limits) =>
        (SizeRules.NameProblem("The child's workflow ID", command.WorkflowId, limits)
        ?? SizeRules.NameProblem("The child's workflow type", command.WorkflowType, limits)
        ?? SizeRules.LengthProblem("The child's task queue", command.TaskQueue, limits)
        ?? SizeRules.LengthProblem("The child's concurrency key", command.ConcurrencyKey, limits)
        ?? SizeRules.PayloadProblem("The child's input", command.Input, command.Header, limits)
        ?? SizeRules.PayloadProblem("The child's memo", Payloads.Empty, command.Memo, limits)
        ?? SizeRules.PayloadProblem("The child's search attributes", Payloads.Empty, command.SearchAttributes, limits)
        ?? SizeRules.TextProblem("The child's static summary", command.StaticSummary, limits.SummaryBytes)
        ?? SizeRules.TextProblem("The child's static details", command.StaticDetails, limits.DetailsBytes)
        ?? CronSchedule.Problem(command.CronSchedule))?.Message
        ?? TimeoutRules.Problem("The workflow execution timeout", command.WorkflowExecutionTimeout)
        ?? TimeoutRules.Problem("The workflow run timeout", command.WorkflowRunTimeout)
        ?? TimeoutRules.Problem("The workflow task timeout", command.WorkflowTaskTimeout)
        ?? (command.WorkflowTaskTimeout > limits.MaximumWorkflowTaskTimeout ? $"The workflow task timeout is {command.WorkflowTaskTimeout}; the most is {limits.MaximumWorkflowTaskTimeout}." : null)
        ?? RetryPolicyRules.Problem(command.RetryPolicy)
        ?? PriorityRules.Problem(command.Priority);
}

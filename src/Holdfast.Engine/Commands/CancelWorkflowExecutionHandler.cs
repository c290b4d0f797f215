using Holdfast.Protocol;

namespace Holdfast.Engine;

/// <summary>Ends the run as canceled.</summary>
internal static class CancelWorkflowExecutionHandler
{
    internal static CommandFault? Validate(CancelWorkflowExecutionCommand command, CommandBatch batch) =>
        SizeRules.PayloadProblem("The cancellation's details", command.Details, PayloadMap.Empty, batch.Limits) is { } problem
            ? new(WorkflowTaskFailedCause.BadCancelWorkflowExecutionAttributes, problem.Message)
            : null;

    internal static void Execute(RunState state, CancelWorkflowExecutionCommand command, CommandContext context, RunStep step) =>
        RunClosing.Close(state, new WorkflowExecutionCanceled { Details = command.Details, WorkflowTaskCompletedEventId = context.CompletedEventId }, step);
}

using Holdfast.Protocol;

namespace Holdfast.Engine;

/// <summary>Ends the run with a result.</summary>
internal static class CompleteWorkflowExecutionHandler
{
    internal static CommandFault? Validate(CompleteWorkflowExecutionCommand command, CommandBatch batch) =>
        SizeRules.PayloadProblem("The workflow's result", command.Result, PayloadMap.Empty, batch.Limits) is { } problem
            ? new(WorkflowTaskFailedCause.BadCompleteWorkflowExecutionAttributes, problem.Message)
            : null;

    internal static void Execute(RunState state, CompleteWorkflowExecutionCommand command, CommandContext context, RunStep step)
    {
        var next = Successors.Cron(state, command.Result, failure: null, step);
        var completed = new WorkflowExecutionCompleted
        {
            Result = command.Result,
            WorkflowTaskCompletedEventId = context.CompletedEventId,
            NewExecutionRunId = next?.RunId,
        };
        RunClosing.Close(state, completed, step, next);
    }
}

using System.Globalization;
using Holdfast.Protocol;

namespace Holdfast.Engine;

/// <summary>Asks another run to cancel.</summary>
internal static class RequestCancelExternalWorkflowExecutionHandler
{
    internal static CommandFault? Validate(RunState state, RequestCancelExternalWorkflowExecutionCommand command, CommandBatch batch)
    {
        var problem = SizeRules.NameProblem("The other run's workflow ID", command.WorkflowId, batch.Limits)?.Message
            ?? SizeRules.LengthProblem("The other run's namespace", command.Namespace, batch.Limits)?.Message
            ?? CountProblem(state.PendingExternalCancels.Count + batch.ExternalCancelCount++, batch.Limits.PendingExternalCancels);
        return problem is null ? null : new(WorkflowTaskFailedCause.BadRequestCancelExternalWorkflowExecutionAttributes, problem);
    }

    internal static void Execute(RunState state, RequestCancelExternalWorkflowExecutionCommand command, CommandContext context, RunStep step)
    {
        var recorded = step.Record(state, new RequestCancelExternalWorkflowExecutionInitiated
        {
            Namespace = command.Namespace.Length == 0 ? state.Workflow.Namespace : command.Namespace,
            Execution = new WorkflowExecution(command.WorkflowId, command.RunId),
            ChildWorkflowOnly = command.ChildWorkflowOnly,
            Reason = command.Reason,
            WorkflowTaskCompletedEventId = context.CompletedEventId,
        });
        ExternalCancels.Request(state.PendingExternalCancels.Find(recorded.EventId)!, step);
    }

    private static string? CountProblem(int count, int limit) => count < limit
        ? null
        : string.Create(CultureInfo.InvariantCulture, $"The run has {limit} pending requests to cancel other runs, the most it may.");
}

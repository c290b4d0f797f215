using System.Globalization;
using Holdfast.Protocol;

namespace Holdfast.Engine;

/// <summary>Asks another run to cancel.</summary>
internal static class RequestCancelExternalWorkflowExecutionHandler
{
    internal static CommandFault? Validate(RunState state, RequestCancelExternalWorkflowExecutionCommand command, CommandBatch batch)
    {
        if (OtherRunRules.Problem(state, command.Namespace, command.WorkflowId, batch.Limits) is { } problem)
        {
            return new(WorkflowTaskFailedCause.BadRequestCancelExternalWorkflowExecutionAttributes, problem);
        }

        return state.PendingExternalCancels.Count + batch.ExternalCancelCount++ < batch.Limits.PendingExternalCancels
            ? null
            : new(
                WorkflowTaskFailedCause.PendingRequestCancelLimitExceeded,
                string.Create(CultureInfo.InvariantCulture, $"The run has {batch.Limits.PendingExternalCancels} pending requests to cancel other runs, the most it may."));
    }

    internal static void Execute(RunState state, RequestCancelExternalWorkflowExecutionCommand command, CommandContext context, RunStep step)
    {
        var recorded = step.Record(state, new RequestCancelExternalWorkflowExecutionInitiated
        {
            Namespace = state.Workflow.Namespace,
            Execution = new WorkflowExecution(command.WorkflowId, command.RunId),
            ChildWorkflowOnly = command.ChildWorkflowOnly,
            Reason = command.Reason,
            WorkflowTaskCompletedEventId = context.CompletedEventId,
        });
        ExternalCancels.Request(state.PendingExternalCancels.Find(recorded.EventId)!, step);
    }
}

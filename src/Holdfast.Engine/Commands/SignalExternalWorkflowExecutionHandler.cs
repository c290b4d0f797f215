using System.Globalization;
using Holdfast.Protocol;

namespace Holdfast.Engine;

/// <summary>Sends a signal to another run.</summary>
internal static class SignalExternalWorkflowExecutionHandler
{
    internal static CommandFault? Validate(RunState state, SignalExternalWorkflowExecutionCommand command, CommandBatch batch)
    {
        var problem = OtherRunRules.Problem(state, command.Namespace, command.WorkflowId, batch.Limits)
            ?? (SizeRules.NameProblem("The signal name", command.SignalName, batch.Limits)
            ?? SizeRules.PayloadProblem("The signal's input", command.Input, command.Header, batch.Limits))?.Message;
        if (problem is not null)
        {
            return new(WorkflowTaskFailedCause.BadSignalWorkflowExecutionAttributes, problem);
        }

        var pending = state.ExternalSignals?.Count ?? 0;
        return pending + batch.ExternalSignalCount++ < batch.Limits.PendingExternalSignals
            ? null
            : new(
                WorkflowTaskFailedCause.PendingSignalsLimitExceeded,
                string.Create(CultureInfo.InvariantCulture, $"The run has {batch.Limits.PendingExternalSignals} pending signals to other runs, the most it may. Wait for some to arrive before sending more."));
    }

    internal static void Execute(RunState state, SignalExternalWorkflowExecutionCommand command, CommandContext context, RunStep step)
    {
        var initiated = new SignalExternalWorkflowExecutionInitiated
        {
            Namespace = state.Workflow.Namespace,
            Execution = new WorkflowExecution(command.WorkflowId, command.RunId),
            SignalName = command.SignalName,
            Input = command.Input,
            Header = command.Header,
            ChildWorkflowOnly = command.ChildWorkflowOnly,
            WorkflowTaskCompletedEventId = context.CompletedEventId,
        };
        var recorded = step.Record(state, initiated);
        step.Emit(new RequestExternalSignal(recorded.EventId, initiated));
    }
}

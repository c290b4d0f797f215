using Holdfast.Protocol;

namespace Holdfast.Engine;

/// <summary>Accepts, rejects or completes an update.</summary>
internal static class ProtocolMessageHandler
{
    internal static CommandFault? Validate(RunState state, ProtocolMessageCommand command, CommandBatch batch) => command.Message switch
    {
        UpdateMessage.Completed completed => ValidateCompleted(state, completed, batch),
        var answer => ValidateAnswer(state, answer, batch),
    };

    internal static void Execute(RunState state, ProtocolMessageCommand command, CommandContext context, RunStep step)
    {
        switch (command.Message)
        {
            case UpdateMessage.Accepted accepted: Accept(state, state.Updates.FindAdmitted(accepted.UpdateId)!, context, step); break;
            case UpdateMessage.Rejected rejected: UpdateReports.Reject(state, state.Updates.FindAdmitted(rejected.UpdateId)!, FailureRules.Shortened(rejected.Failure, step.Limits), step); break;
            case UpdateMessage.Completed completed: Complete(state, completed, step); break;
            default: throw new HoldfastException(ErrorCodes.InvariantBroken, $"The update message {command.Message.GetType().Name} has no arm.");
        }
    }

    private static CommandFault? ValidateAnswer(RunState state, UpdateMessage answer, CommandBatch batch) =>
        state.Updates.FindAdmitted(answer.UpdateId) is { IsDelivered: true } && batch.AnswerUpdate(answer.UpdateId, answer is UpdateMessage.Accepted)
            ? null
            : Fault($"The update '{answer.UpdateId}' was not given to this workflow task, or was answered before.");

    private static CommandFault? ValidateCompleted(RunState state, UpdateMessage.Completed completed, CommandBatch batch)
    {
        if (completed.Result is null == completed.Failure is null)
        {
            return Fault($"The update '{completed.UpdateId}' completes with neither or both of a result and a failure.");
        }

        if (SizeRules.PayloadProblem("The update's result", completed.Result ?? Payloads.Empty, PayloadMap.Empty, batch.Limits) is { } problem)
        {
            return Fault(problem.Message);
        }

        var isRunning = state.Updates.FindAccepted(completed.UpdateId) is { Completed: null };
        return batch.CompleteUpdate(completed.UpdateId, isRunning) ? null : Fault($"The update '{completed.UpdateId}' was not accepted, or has completed before.");
    }

    private static void Accept(RunState state, AdmittedUpdate update, CommandContext context, RunStep step)
    {
        var request = update.Request;
        state.Updates.Forget(update);
        step.Record(state, new WorkflowExecutionUpdateAccepted
        {
            UpdateId = request.UpdateId,
            Name = request.Name,
            Input = request.Input,
            Header = request.Header,
            Identity = request.Identity,
            AcceptedRequestSequencingEventId = context.ScheduledEventId,
        });
        step.Emit(new ReportUpdate(request.UpdateId, UpdateStage.Accepted, null, null));
    }

    private static void Complete(RunState state, UpdateMessage.Completed message, RunStep step)
    {
        var completed = new WorkflowExecutionUpdateCompleted
        {
            UpdateId = message.UpdateId,
            AcceptedEventId = state.Updates.FindAccepted(message.UpdateId)!.AcceptedEventId,
            Result = message.Result,
            Failure = message.Failure is null ? null : FailureRules.Shortened(message.Failure, step.Limits),
        };
        step.Record(state, completed);
        step.Emit(new ReportUpdate(completed.UpdateId, UpdateStage.Completed, completed.Result, completed.Failure));
    }

    private static CommandFault Fault(string message) => new(WorkflowTaskFailedCause.BadUpdateWorkflowExecutionMessage, message);
}

using Holdfast.Protocol;

namespace Holdfast.Engine;

/// <summary>Cancels a timer; also one that fired while the workflow could not see it, whose firing is then taken back.</summary>
internal static class CancelTimerHandler
{
    internal static CommandFault? Validate(RunState state, CancelTimerCommand command, CommandBatch batch)
    {
        var isPending = state.PendingTimers.FindByName(command.TimerId) is not null || state.BufferedEvents.FindTimerFired(command.TimerId) is not null;
        return batch.CancelTimer(command.TimerId, isPending)
            ? null
            : new(WorkflowTaskFailedCause.BadCancelTimerAttributes, $"No timer with the ID '{command.TimerId}' is pending.");
    }

    internal static void Execute(RunState state, CancelTimerCommand command, CommandContext context, RunStep step)
    {
        var startedEventId = state.PendingTimers.FindByName(command.TimerId)?.StartedEventId ?? state.BufferedEvents.FindTimerFired(command.TimerId)!.StartedEventId;
        step.Record(state, new TimerCanceled
        {
            TimerId = command.TimerId,
            StartedEventId = startedEventId,
            WorkflowTaskCompletedEventId = context.CompletedEventId,
            Identity = context.Identity,
        });
    }
}

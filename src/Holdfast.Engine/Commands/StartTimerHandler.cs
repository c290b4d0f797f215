using System.Globalization;
using Holdfast.Protocol;

namespace Holdfast.Engine;

/// <summary>Starts a timer.</summary>
internal static class StartTimerHandler
{
    internal static CommandFault? Validate(RunState state, StartTimerCommand command, CommandBatch batch)
    {
        var problem = SizeRules.NameProblem("The timer ID", command.TimerId, batch.Limits)?.Message
            ?? SizeRules.TextProblem("The timer's summary", command.Summary, batch.Limits.SummaryBytes)?.Message
            ?? TimeoutRules.Problem("The timer's duration", command.StartToFireTimeout)
            ?? CountProblem(state.PendingTimers.Count + batch.TimerCount, batch.Limits.PendingTimers);
        if (problem is not null)
        {
            return new(WorkflowTaskFailedCause.BadStartTimerAttributes, problem);
        }

        return batch.StartTimer(command.TimerId, state.PendingTimers.FindByName(command.TimerId) is not null)
            ? null
            : new(WorkflowTaskFailedCause.StartTimerDuplicateId, $"A timer with the ID '{command.TimerId}' is pending.");
    }

    internal static void Execute(RunState state, StartTimerCommand command, CommandContext context, RunStep step)
    {
        var started = step.Record(state, new TimerStarted
        {
            TimerId = command.TimerId,
            StartToFireTimeout = command.StartToFireTimeout,
            WorkflowTaskCompletedEventId = context.CompletedEventId,
            Summary = command.Summary,
        });
        WakeUp.At(state, RunTimerKind.User, started.EventId, 0, started.Time + command.StartToFireTimeout, step);
    }

    private static string? CountProblem(int count, int limit) => count < limit
        ? null
        : string.Create(CultureInfo.InvariantCulture, $"The run has {limit} pending timers, the most it may. Wait for some to fire before starting more.");
}

using System.Globalization;
using Holdfast.Protocol;

namespace Holdfast.Engine;

/// <summary>Asks a running attempt to stop; an activity that no worker is at is canceled at once.</summary>
internal static class RequestCancelActivityTaskHandler
{
    internal static CommandFault? Validate(RunState state, RequestCancelActivityTaskCommand command, CommandBatch batch)
    {
        var pending = state.PendingActivities.Find(command.ScheduledEventId);
        if (pending is null && !state.BufferedEvents.HasActivityEnd(command.ScheduledEventId))
        {
            return Fault($"No activity is pending that was scheduled by event {command.ScheduledEventId.ToString(CultureInfo.InvariantCulture)}.");
        }

        return pending is { CancelRequested: true } || !batch.CancelActivity(command.ScheduledEventId)
            ? Fault($"Cancellation of the activity scheduled by event {command.ScheduledEventId.ToString(CultureInfo.InvariantCulture)} was requested before.")
            : null;
    }

    internal static void Execute(RunState state, RequestCancelActivityTaskCommand command, CommandContext context, RunStep step)
    {
        var requested = step.Record(state, new ActivityTaskCancelRequested
        {
            ScheduledEventId = command.ScheduledEventId,
            WorkflowTaskCompletedEventId = context.CompletedEventId,
        });
        if (state.PendingActivities.Find(command.ScheduledEventId) is not { } activity)
        {
            return; // it ended while the task ran; the workflow is about to see that
        }

        if (activity.IsStarted)
        {
            step.Emit(new CancelActivityAttempt(activity.Reference(state), ActivityCancelReason.CancelRequested, ReleasesSlot: false));
            return;
        }

        var canceled = new ActivityTaskCanceled
        {
            LatestCancelRequestedEventId = requested.EventId,
            ScheduledEventId = activity.ScheduledEventId,
            StartedEventId = 0,
            Identity = context.Identity,
        };
        Happenings.RecordBehindCommands(state, canceled, step);
    }

    private static CommandFault Fault(string message) => new(WorkflowTaskFailedCause.BadRequestCancelActivityAttributes, message);
}

using System.Globalization;
using Holdfast.Protocol;

namespace Holdfast.Engine;

/// <summary>Schedules an activity and offers its first attempt.</summary>
internal static class ScheduleActivityTaskHandler
{
    internal static CommandFault? Validate(RunState state, ScheduleActivityTaskCommand command, CommandBatch batch)
    {
        if (Problem(command, batch.Limits) is { } problem)
        {
            return new(WorkflowTaskFailedCause.BadScheduleActivityAttributes, problem);
        }

        if (state.PendingActivities.Count + batch.ActivityCount >= batch.Limits.PendingActivities)
        {
            return new(
                WorkflowTaskFailedCause.PendingActivitiesLimitExceeded,
                string.Create(CultureInfo.InvariantCulture, $"The run has {batch.Limits.PendingActivities} pending activities, the most it may. Wait for some to end before scheduling more."));
        }

        return state.PendingActivities.FindByName(command.ActivityId) is not null || !batch.ScheduleActivity(command.ActivityId)
            ? new(WorkflowTaskFailedCause.ScheduleActivityDuplicateId, $"An activity with the ID '{command.ActivityId}' is pending.")
            : null;
    }

    internal static void Execute(RunState state, ScheduleActivityTaskCommand command, CommandContext context, RunStep step)
    {
        var scheduled = new ActivityTaskScheduled
        {
            ActivityId = command.ActivityId,
            ActivityType = command.ActivityType,
            TaskQueue = command.TaskQueue.Length == 0 ? state.TaskQueue : command.TaskQueue,
            Input = command.Input,
            Header = command.Header,
            ScheduleToCloseTimeout = command.ScheduleToCloseTimeout,
            ScheduleToStartTimeout = command.ScheduleToStartTimeout,
            StartToCloseTimeout = command.StartToCloseTimeout,
            HeartbeatTimeout = command.HeartbeatTimeout,
            WorkflowTaskCompletedEventId = context.CompletedEventId,
            RetryPolicy = command.RetryPolicy ?? RetryPolicy.Default,
            Summary = command.Summary,
            Priority = command.Priority,
            ConcurrencyKey = command.ConcurrencyKey,
        };
        var recorded = step.Record(state, scheduled);
        var activity = state.PendingActivities.Find(recorded.EventId)!;
        ActivityAttempts.OfferWhenDue(state, activity, step);
        WakeUp.At(state, Deadlines.Earliest(activity), step);
    }

    /// <summary>What is wrong with the activity by itself; null when nothing is.</summary>
    internal static string? Problem(ScheduleActivityTaskCommand command, EngineLimits limits)
    {
        if (command.StartToCloseTimeout is null && command.ScheduleToCloseTimeout is null)
        {
            return $"The activity '{command.ActivityType}' has neither a start-to-close nor a schedule-to-close timeout; one is required.";
        }

        return (SizeRules.NameProblem("The activity ID", command.ActivityId, limits)
            ?? SizeRules.NameProblem("The activity type", command.ActivityType, limits)
            ?? SizeRules.LengthProblem("The activity's task queue", command.TaskQueue, limits)
            ?? SizeRules.TextProblem("The activity's summary", command.Summary, limits.SummaryBytes)
            ?? SizeRules.LengthProblem("The activity's concurrency key", command.ConcurrencyKey, limits)
            ?? SizeRules.PayloadProblem("The activity's input", command.Input, command.Header, limits))?.Message
            ?? TimeoutRules.Problem("The schedule-to-close timeout", command.ScheduleToCloseTimeout)
            ?? TimeoutRules.Problem("The schedule-to-start timeout", command.ScheduleToStartTimeout)
            ?? TimeoutRules.Problem("The start-to-close timeout", command.StartToCloseTimeout)
            ?? TimeoutRules.Problem("The heartbeat timeout", command.HeartbeatTimeout)
            ?? RetryPolicyRules.Problem(command.RetryPolicy)
            ?? PriorityRules.Problem(command.Priority);
    }
}

using Holdfast.Protocol;

namespace Holdfast.Engine;

/// <summary>Options of a pending activity, changed.</summary>
internal static class ChangedOptions
{
    internal static Rejection? Problem(ActivityOptionsChange change, EngineLimits limits) =>
        (change.TaskQueue is { } queue ? SizeRules.NameProblem("The activity's task queue", queue, limits) : null)
        ?? ((TimeoutRules.Problem("The schedule-to-close timeout", change.ScheduleToCloseTimeout)
                ?? TimeoutRules.Problem("The schedule-to-start timeout", change.ScheduleToStartTimeout)
                ?? TimeoutRules.Problem("The start-to-close timeout", change.StartToCloseTimeout)
                ?? TimeoutRules.Problem("The heartbeat timeout", change.HeartbeatTimeout)
                ?? RetryPolicyRules.Problem(change.RetryPolicy)) is { } problem
            ? new(ErrorCodes.InvalidArgument, problem)
            : null);

    internal static ActivityTaskScheduled Of(ActivityTaskScheduled options, ActivityOptionsChange change) => options with
    {
        TaskQueue = change.TaskQueue ?? options.TaskQueue,
        ScheduleToCloseTimeout = change.ScheduleToCloseTimeout ?? options.ScheduleToCloseTimeout,
        ScheduleToStartTimeout = change.ScheduleToStartTimeout ?? options.ScheduleToStartTimeout,
        StartToCloseTimeout = change.StartToCloseTimeout ?? options.StartToCloseTimeout,
        HeartbeatTimeout = change.HeartbeatTimeout ?? options.HeartbeatTimeout,
        RetryPolicy = change.RetryPolicy ?? options.RetryPolicy,
    };

    internal static ActivityOptionsUpdated Record(long scheduledEventId, ActivityTaskScheduled options, string requestId) => new()
    {
        ScheduledEventId = scheduledEventId,
        TaskQueue = options.TaskQueue,
        ScheduleToCloseTimeout = options.ScheduleToCloseTimeout,
        ScheduleToStartTimeout = options.ScheduleToStartTimeout,
        StartToCloseTimeout = options.StartToCloseTimeout,
        HeartbeatTimeout = options.HeartbeatTimeout,
        RetryPolicy = options.RetryPolicy,
        RequestId = requestId,
    };
}

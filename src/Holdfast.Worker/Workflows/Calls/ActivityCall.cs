using Holdfast.Definitions;
using Holdfast.Protocol;

namespace Holdfast.Worker;

/// <summary>Schedules an activity. What the call leaves open comes from the activity's attribute, then from the defaults here.</summary>
internal static class ActivityCall
{
    /// <summary>Limit of one attempt when neither call nor attribute gives any limit.</summary>
    public static readonly TimeSpan DefaultStartToCloseTimeout = TimeSpan.FromMinutes(5);

    private static readonly ActivityOptions NoOptions = new();

    public static Task<TResult> ScheduleAsync<TResult>(WorkflowRun run, CapturedCall call, ActivityOptions? options, PayloadMap headers)
    {
        run.RequireActing();
        options ??= NoOptions;
        var token = options.CancellationToken ?? run.Cancellation.Token;
        if (token.IsCancellationRequested)
        {
            return Task.FromException<TResult>(new CanceledFailureException($"Activity '{call.Name}' was not scheduled: its token is canceled.", cancellationToken: token));
        }

        var command = CommandOf(run, call, options, headers);
        var activity = new PendingActivity<TResult>(run, command.ActivityId, command.ActivityType, options.CancellationType);
        activity.Begin(new ScheduleActivity(command, activity), token);
        return activity.Task;
    }

    private static ScheduleActivityTaskCommand CommandOf(WorkflowRun run, CapturedCall call, ActivityOptions options, PayloadMap headers)
    {
        var definition = call.Activity;
        var scheduleToClose = options.ScheduleToCloseTimeout ?? definition?.ScheduleToCloseTimeout;
        var activityId = options.ActivityId ?? run.Ids.NextActivity();
        return new ScheduleActivityTaskCommand
        {
            ActivityId = activityId,
            ActivityType = call.Name,
            TaskQueue = options.TaskQueue ?? string.Empty,
            Input = CallArgument.ToPayloads(call.Arguments, run.Converters.OfActivity(call.Name, activityId)),
            Header = headers.Count == 0 ? headers : run.Converters.OfActivity(call.Name, activityId).Encode(headers, PayloadUse.Header),
            ScheduleToCloseTimeout = scheduleToClose,
            ScheduleToStartTimeout = options.ScheduleToStartTimeout,
            StartToCloseTimeout = options.StartToCloseTimeout ?? definition?.StartToCloseTimeout ?? (scheduleToClose is null ? DefaultStartToCloseTimeout : null),
            HeartbeatTimeout = options.HeartbeatTimeout ?? definition?.HeartbeatTimeout,
            RetryPolicy = options.RetryPolicy ?? PolicyOf(definition),
            Priority = options.Priority,
            ConcurrencyKey = options.ConcurrencyKey ?? CallArgument.ConcurrencyKeyOf(call.Arguments),
            Summary = options.Summary ?? string.Empty,
        };
    }

    /// <summary>The policy that an activity's attribute gives; null when it gives none.</summary>
    public static RetryPolicy? PolicyOf(ActivityDefinition? definition) => definition is { MaximumAttempts: > 0 } ? RetryPolicy.Default with { MaximumAttempts = definition.MaximumAttempts } : null;
}

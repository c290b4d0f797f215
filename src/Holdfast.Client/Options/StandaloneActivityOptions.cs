using Holdfast.Definitions;
using Holdfast.Protocol;

namespace Holdfast;

/// <summary>How an activity that belongs to no workflow is started.</summary>
public sealed record StandaloneActivityOptions
{
    /// <summary><see cref="StartToCloseTimeout"/> where neither it nor <see cref="ScheduleToCloseTimeout"/> is given: 5 minutes, as in workflows.</summary>
    public static readonly TimeSpan DefaultStartToCloseTimeout = TimeSpan.FromMinutes(5);

    /// <summary>
    /// The activity's ID: at most one run of it is open at a time, whatever its type. Name the job ("invoice-4711"), so that a second start of the same job is
    /// noticed. Default: a new UUID. 1 to 900 bytes of UTF-8.
    /// </summary>
    public string? Id { get; init; }

    /// <summary>The task queue where its attempts wait for a worker. Default "default"; 1 to 1,000 bytes of UTF-8.</summary>
    public string TaskQueue { get; init; } = WorkflowOptions.DefaultTaskQueue;

    /// <summary>What to do when the ID's last run is closed. Default: start another.</summary>
    public ActivityIdReusePolicy IdReusePolicy { get; init; } = ActivityIdReusePolicy.AllowDuplicate;

    /// <summary>What to do when a run of the ID is open. Default: fail with <see cref="ActivityAlreadyStartedException"/>.</summary>
    public ActivityIdConflictPolicy IdConflictPolicy { get; init; } = ActivityIdConflictPolicy.Fail;

    /// <summary>What to do to the open run that <see cref="ActivityIdConflictPolicy.UseExisting"/> uses. Default: nothing.</summary>
    public StartConflictOptions OnConflict { get; init; } = StartConflictOptions.None;

    /// <summary>Limit over all attempts, counted from the end of the start delay. More than zero; default that of the activity's attribute, else none.</summary>
    public TimeSpan? ScheduleToCloseTimeout { get; init; }

    /// <summary>Limit of the wait for a worker; an activity that waits longer times out for good. More than zero; default none.</summary>
    public TimeSpan? ScheduleToStartTimeout { get; init; }

    /// <summary>Limit of one attempt. More than zero; default that of the activity's attribute, else 5 minutes, or none where <see cref="ScheduleToCloseTimeout"/> is given.</summary>
    public TimeSpan? StartToCloseTimeout { get; init; }

    /// <summary>Longest silence between heartbeats. More than zero; default that of the activity's attribute, else none is expected.</summary>
    public TimeSpan? HeartbeatTimeout { get; init; }

    /// <summary>How failed attempts are retried. Default: <see cref="RetryPolicy.Default"/>, with the most attempts that the activity's attribute names.</summary>
    public RetryPolicy? RetryPolicy { get; init; }

    /// <summary>Delay of the first attempt. More than zero; default none.</summary>
    public TimeSpan? StartDelay { get; init; }

    /// <summary>Which attempts of a task queue come first. Default: priority 3, weight 1.</summary>
    public Priority? Priority { get; init; }

    /// <summary>Attempts of one key are counted together where the task queue limits how many run at a time. Default none.</summary>
    public string ConcurrencyKey { get; init; } = string.Empty;

    /// <summary>What the activity is found by; at most 100, 2 KiB each and 40 KiB in all. Default none.</summary>
    public SearchAttributes SearchAttributes { get; init; } = SearchAttributes.Empty;

    /// <summary>A line for people, shown with the activity; at most 400 bytes of UTF-8. Default none.</summary>
    public string StaticSummary { get; init; } = string.Empty;

    /// <summary>Text for people, shown with the activity; at most 20,000 bytes of UTF-8. Default none.</summary>
    public string StaticDetails { get; init; } = string.Empty;

    /// <summary>
    /// Idempotence key of the start: a start with the request ID of an earlier one gives that one's run. Default: a new one for each call; give your own to
    /// make a start idempotent across crashes of the caller. 1 to 1,000 bytes of UTF-8.
    /// </summary>
    public string? RequestId { get; init; }

    internal TimeSpan? StartToClose => StartToCloseTimeout ?? (ScheduleToCloseTimeout is null ? DefaultStartToCloseTimeout : null);

    /// <summary>These options, and where they say nothing what the activity's attribute says.</summary>
    internal StandaloneActivityOptions Over(ActivityDefinition? definition) => definition is null ? this : this with
    {
        ScheduleToCloseTimeout = ScheduleToCloseTimeout ?? definition.ScheduleToCloseTimeout,
        StartToCloseTimeout = StartToCloseTimeout ?? definition.StartToCloseTimeout,
        HeartbeatTimeout = HeartbeatTimeout ?? definition.HeartbeatTimeout,
        RetryPolicy = RetryPolicy ?? (definition.MaximumAttempts == 0 ? null : Protocol.RetryPolicy.Default with { MaximumAttempts = definition.MaximumAttempts }),
    };

    internal void Validate()
    {
        RequestText.RequireWhenGiven(Id, "StandaloneActivityOptions.Id");
        RequestText.Require(TaskQueue, "StandaloneActivityOptions.TaskQueue");
        RequestText.RequireWhenGiven(RequestId, "StandaloneActivityOptions.RequestId");
        RequirePositive(ScheduleToCloseTimeout, nameof(ScheduleToCloseTimeout));
        RequirePositive(ScheduleToStartTimeout, nameof(ScheduleToStartTimeout));
        RequirePositive(StartToCloseTimeout, nameof(StartToCloseTimeout));
        RequirePositive(HeartbeatTimeout, nameof(HeartbeatTimeout));
        RequirePositive(StartDelay, nameof(StartDelay));
        RetryPolicy?.Validate();
        Priority?.Validate();
    }

    private static void RequirePositive(TimeSpan? value, string property)
    {
        if (value is not null && value <= TimeSpan.Zero)
        {
            throw new HoldfastException(ErrorCodes.InvalidArgument, $"StandaloneActivityOptions.{property} is {value}; it must be more than zero, or null for the default.");
        }
    }
}

using System.Collections.Immutable;
using Holdfast.Protocol;

namespace Holdfast;

/// <summary>How a workflow is started.</summary>
public sealed record WorkflowOptions
{
    /// <summary>The task queue used when none is named: "default".</summary>
    public const string DefaultTaskQueue = "default";

    /// <summary>Longest <see cref="TaskTimeout"/>: 120 seconds.</summary>
    public static readonly TimeSpan MaximumTaskTimeout = TimeSpan.FromSeconds(120);

    /// <summary>
    /// The workflow ID: at most one run of it is open at a time. Name the business thing ("order-4711"), so that a second start of the same thing is noticed.
    /// Default: a new UUID. 1 to 1,000 bytes of UTF-8.
    /// </summary>
    public string? Id { get; init; }

    /// <summary>Task queue of the workers that run it. Default "default"; 1 to 1,000 bytes of UTF-8.</summary>
    public string TaskQueue { get; init; } = DefaultTaskQueue;

    /// <summary>What to do when the ID's last run is closed. Default: start another.</summary>
    public WorkflowIdReusePolicy IdReusePolicy { get; init; } = WorkflowIdReusePolicy.AllowDuplicate;

    /// <summary>What to do when a run of the ID is open. Default: fail with <see cref="WorkflowAlreadyStartedException"/>.</summary>
    public WorkflowIdConflictPolicy IdConflictPolicy { get; init; } = WorkflowIdConflictPolicy.Fail;

    /// <summary>What to do to the open run that <see cref="WorkflowIdConflictPolicy.UseExisting"/> uses. Default: nothing.</summary>
    public StartConflictOptions OnConflict { get; init; } = StartConflictOptions.None;

    /// <summary>How a failed run is retried as a whole. Default: not at all.</summary>
    public RetryPolicy? RetryPolicy { get; init; }

    /// <summary>Limit of the whole chain of runs (retries and continue-as-new included). More than zero; default none.</summary>
    public TimeSpan? ExecutionTimeout { get; init; }

    /// <summary>Limit of one run. More than zero; default that of the execution.</summary>
    public TimeSpan? RunTimeout { get; init; }

    /// <summary>Limit of one workflow task, after which another worker tries. More than zero, at most 120 s; default 10 s.</summary>
    public TimeSpan? TaskTimeout { get; init; }

    /// <summary>
    /// Delay of the first workflow task. A signal waits with it; a signal with start, an update or a request to cancel ends it. Not for an update with start. Zero or
    /// more; default none.
    /// </summary>
    public TimeSpan? StartDelay { get; init; }

    /// <summary>
    /// Runs the workflow again and again: five fields (minute, hour, day of month, month, day of week), in UTC unless it begins with <c>CRON_TZ=Europe/Berlin</c>, or
    /// <c>@every 1h30m</c>, <c>@hourly</c>, <c>@daily</c>, <c>@weekly</c>, <c>@monthly</c>, <c>@yearly</c>. A run begins only when the one before has ended; times that
    /// passed meanwhile are left out. Cannot be used with <see cref="StartDelay"/>. Default: runs once.
    /// </summary>
    public string CronSchedule { get; init; } = string.Empty;

    /// <summary>Which tasks of a task queue come first; activities and children inherit it. Default: priority 3, weight 1.</summary>
    public Priority? Priority { get; init; }

    /// <summary>
    /// Runs with the same key are counted together by limits on starts, such as <see cref="TaskQueueLimits.WorkflowStartsPerKey"/> of their task queue. Name who or what the
    /// run is about ("customer-7"). Continue-as-new and retries keep it. At most 1,000 bytes of UTF-8; default none.
    /// </summary>
    public string ConcurrencyKey { get; init; } = string.Empty;

    /// <summary>A line for people, shown with the workflow; at most 400 bytes of UTF-8. Default none.</summary>
    public string StaticSummary { get; init; } = string.Empty;

    /// <summary>Text for people, shown with the workflow; at most 20,000 bytes of UTF-8. Default none.</summary>
    public string StaticDetails { get; init; } = string.Empty;

    /// <summary>Notes that describing and listing show; not indexed. Default none.</summary>
    public IReadOnlyDictionary<string, object?> Memo { get; init; } = ImmutableSortedDictionary<string, object?>.Empty;

    /// <summary>What the run is found by; at most 100, 2 KiB each and 40 KiB in all. Default none.</summary>
    public SearchAttributes SearchAttributes { get; init; } = SearchAttributes.Empty;

    /// <summary>
    /// Idempotence key of the start: a start with the request ID of an earlier one gives that one's run. Default: a new one for each call; give your own to
    /// make a start idempotent across crashes of the caller. 1 to 1,000 bytes of UTF-8.
    /// </summary>
    public string? RequestId { get; init; }

    internal void Validate()
    {
        RequestText.RequireWhenGiven(Id, "WorkflowOptions.Id");
        RequestText.Require(TaskQueue, "WorkflowOptions.TaskQueue");
        RequestText.RequireWhenGiven(ConcurrencyKey is "" ? null : ConcurrencyKey, "WorkflowOptions.ConcurrencyKey");
        RequestText.RequireWhenGiven(RequestId, "WorkflowOptions.RequestId");
        Requirement.That(Enum.IsDefined(IdReusePolicy), $"WorkflowOptions.IdReusePolicy is {(int)IdReusePolicy}; use a named WorkflowIdReusePolicy.");
        Requirement.That(Enum.IsDefined(IdConflictPolicy), $"WorkflowOptions.IdConflictPolicy is {(int)IdConflictPolicy}; use a named WorkflowIdConflictPolicy.");
        RequirePositive(ExecutionTimeout, nameof(ExecutionTimeout));
        RequirePositive(RunTimeout, nameof(RunTimeout));
        RequirePositive(TaskTimeout, nameof(TaskTimeout));
        Requirement.That(TaskTimeout is null || TaskTimeout <= MaximumTaskTimeout, $"WorkflowOptions.TaskTimeout is {TaskTimeout}; it must be at most {MaximumTaskTimeout}. Long work belongs into an activity.");
        Requirement.That(StartDelay is null || StartDelay >= TimeSpan.Zero, $"WorkflowOptions.StartDelay is {StartDelay}; it must be zero or more.");
        Requirement.That(Memo is not null, "WorkflowOptions.Memo is null; leave it empty instead.");
        Requirement.That(SearchAttributes is not null, "WorkflowOptions.SearchAttributes is null; leave it empty instead.");
        RetryPolicy?.Validate();
        Priority?.Validate();
    }

    private static void RequirePositive(TimeSpan? value, string property) =>
        Requirement.That(value is null || value > TimeSpan.Zero, $"WorkflowOptions.{property} is {value}; it must be more than zero, or null for the default.");
}

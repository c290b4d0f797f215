using Holdfast.Protocol;

namespace Holdfast;

/// <summary>How the new run differs from this one. What is null stays the same.</summary>
public sealed record ContinueAsNewOptions
{
    /// <summary>Task queue of the new run.</summary>
    public string? TaskQueue { get; init; }

    /// <summary>Limit of the new run.</summary>
    public TimeSpan? WorkflowRunTimeout { get; init; }

    /// <summary>Limit of one workflow task of the new run.</summary>
    public TimeSpan? WorkflowTaskTimeout { get; init; }

    /// <summary>Delay of the new run's first workflow task. Default: none.</summary>
    public TimeSpan? StartDelay { get; init; }

    /// <summary>Cron schedule of the new run.</summary>
    public string? CronSchedule { get; init; }

    /// <summary>Retry policy of the new run.</summary>
    public RetryPolicy? RetryPolicy { get; init; }

    /// <summary>Which tasks of a task queue come first. What it leaves open stays the same.</summary>
    public Priority? Priority { get; init; }

    /// <summary>Notes of the new run.</summary>
    public PayloadMap? Memo { get; init; }

    /// <summary>Search attributes of the new run.</summary>
    public SearchAttributes? SearchAttributes { get; init; }
}

namespace Holdfast.Protocol;

/// <summary>Response of <see cref="IWorkflowService.DescribeWorkflowExecutionAsync"/>.</summary>
public sealed record WorkflowExecutionDescription
{
    /// <summary>What listing shows.</summary>
    public required WorkflowExecutionInfo Info { get; init; }

    /// <summary>The line for people that the run was started with; empty when it has none.</summary>
    public string StaticSummary { get; init; } = string.Empty;

    /// <summary>The text for people that the run was started with; empty when it has none.</summary>
    public string StaticDetails { get; init; } = string.Empty;

    /// <summary>
    /// What the workflow's code says of where it is (<c>Workflow.CurrentDetails</c>), for people; null when it was not asked for. The engine does not know it: a
    /// client asks the code.
    /// </summary>
    public string? CurrentDetails { get; init; }

    /// <summary>Priority and fairness of the run's tasks, as it started with or was given since; null means the default.</summary>
    public Priority? Priority { get; init; }

    /// <summary>Request IDs of starts that found this run and attached themselves to it, in order.</summary>
    public IReadOnlyList<string> AttachedRequestIds { get; init; } = [];

    /// <summary>Payloads of its history that lie in the blob store: each counts as often as it is recorded. Blobs that user code made are not among them.</summary>
    public long ExternalPayloadCount { get; init; }

    /// <summary>Bytes of those payloads in the blob store.</summary>
    public long ExternalPayloadSizeBytes { get; init; }

    /// <summary>True when the run was read from the archive: its retention is over.</summary>
    public bool IsArchived { get; init; }

    /// <summary>The key that limits on starts count it by; empty when it was started without one.</summary>
    public string ConcurrencyKey { get; init; } = string.Empty;

    /// <summary>Since when it has waited for the limits on starts to let it in; null when it does not.</summary>
    public DateTimeOffset? WaitsForStartSince { get; init; }

    /// <summary>Activities that are scheduled and not ended.</summary>
    public IReadOnlyList<PendingActivityInfo> PendingActivities { get; init; } = [];

    /// <summary>Children that are asked for and not ended.</summary>
    public IReadOnlyList<PendingChildInfo> PendingChildren { get; init; } = [];

    /// <summary>Who paused the run, when and why; null while it is not paused.</summary>
    public PauseInfo? Pause { get; init; }

    /// <summary>The run that came of a reset of this one, the last of them when there were several; none when it was not reset.</summary>
    public RunId ResetRunId { get; init; }

    /// <summary>The build of the workers' code that completed the last workflow task; empty when none has said which it is.</summary>
    public string BuildId { get; init; } = string.Empty;

    /// <summary>Where builds first completed workflow tasks, in this run or in those that it continues, oldest first: a run can be reset to there by build ID. The newest 20 are kept.</summary>
    public ResetPointList AutoResetPoints { get; init; } = ResetPointList.Empty;

    /// <summary>The workflow task that is waiting or running; null when there is none.</summary>
    public PendingWorkflowTaskInfo? PendingWorkflowTask { get; init; }
}

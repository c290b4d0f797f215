namespace Holdfast.Protocol;

/// <summary>Starts a new run that has the history of another up to a workflow task, and goes on from there.</summary>
public sealed record ResetWorkflowExecutionRequest
{
    /// <summary>Most <see cref="Operations"/>: 100.</summary>
    public const int MaximumOperations = 100;

    /// <summary>Its namespace.</summary>
    public required string Namespace { get; init; }

    /// <summary>The run whose history is taken, open or closed; without run ID, the workflow's newest.</summary>
    public required WorkflowExecution Execution { get; init; }

    /// <summary>Idempotence key: the request gives the same run when it is sent again while that is the workflow's newest.</summary>
    public required string RequestId { get; init; }

    /// <summary>Why; shown in the histories of both runs. At most 1,000 bytes of UTF-8.</summary>
    public string Reason { get; init; } = string.Empty;

    /// <summary>Who asks.</summary>
    public string Identity { get; init; } = string.Empty;

    /// <summary>To which workflow task.</summary>
    public ResetTarget Target { get; init; } = ResetTarget.LastWorkflowTask;

    /// <summary>
    /// With <see cref="ResetTarget.WorkflowTaskEvent"/>: the event before which history is cut; the WorkflowTaskStarted event of a task, or the one that ended it
    /// (completed, failed, timed out). Otherwise ignored.
    /// </summary>
    public long WorkflowTaskFinishEventId { get; init; }

    /// <summary>With <see cref="ResetTarget.BuildId"/>: the build whose first task is done anew, with all that came behind. Otherwise ignored.</summary>
    public string BuildId { get; init; } = string.Empty;

    /// <summary>With <see cref="ResetTarget.BuildId"/>: true to refuse the reset when that task lies in a run that this one continues. Otherwise ignored.</summary>
    public bool CurrentRunOnly { get; init; }

    /// <summary>What is not carried over from behind that point.</summary>
    public ResetReapplyExclusions Exclusions { get; init; }

    /// <summary>What is done to the new run before its code goes on, in order. At most <see cref="MaximumOperations"/>.</summary>
    public IReadOnlyList<PostResetOperation> Operations { get; init; } = [];
}

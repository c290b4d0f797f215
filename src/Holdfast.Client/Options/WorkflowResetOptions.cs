using Holdfast.Protocol;

namespace Holdfast;

/// <summary>To which point a workflow is reset, and what is carried over.</summary>
public sealed record WorkflowResetOptions
{
    /// <summary>To which workflow task. Default: the last that completed.</summary>
    public ResetTarget Target { get; init; } = ResetTarget.LastWorkflowTask;

    /// <summary>With <see cref="ResetTarget.WorkflowTaskEvent"/>: the WorkflowTaskStarted event of the task, or the event that ended it.</summary>
    public long WorkflowTaskFinishEventId { get; init; }

    /// <summary>With <see cref="ResetTarget.BuildId"/>: the build whose first workflow task is done anew, with all that came behind; see <see cref="WorkflowExecutionDescription.AutoResetPoints"/>.</summary>
    public string BuildId { get; init; } = string.Empty;

    /// <summary>With <see cref="ResetTarget.BuildId"/>: true to refuse the reset when that task lies in a run that this one continues. Default: the reset goes back to that run.</summary>
    public bool CurrentRunOnly { get; init; }

    /// <summary>What is not carried over from behind that point. Default: signals and updates both are.</summary>
    public ResetReapplyExclusions Exclusions { get; init; }

    /// <summary>What is done to the new run before its code goes on, in order. At most 100; default nothing.</summary>
    public IReadOnlyList<ResetOperation> Operations { get; init; } = [];

    /// <summary>Why; shown in the histories of both runs. At most 1,000 bytes of UTF-8.</summary>
    public string Reason { get; init; } = string.Empty;

    /// <summary>Idempotence key, for callers that send the request again themselves. Default: a new one for each call.</summary>
    public string? RequestId { get; init; }
}

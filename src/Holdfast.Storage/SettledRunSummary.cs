using Holdfast.Protocol;

namespace Holdfast.Storage;

/// <summary>A run in the store, without its records.</summary>
/// <param name="Workflow">The workflow.</param>
/// <param name="RunId">The run.</param>
/// <param name="FirstExecutionRunId">First run of its chain.</param>
/// <param name="StartRequestId">Request ID of the start.</param>
/// <param name="Status">Its state.</param>
/// <param name="CoveredLsn">The journal position up to which its records are in the store.</param>
/// <param name="NextWakeUp">When the engine must look at it next; null when only a message wakes it, or it is closed.</param>
/// <param name="OwesParentNotification">True when it is closed and its parent has not yet recorded that.</param>
/// <param name="RecordCount">Number of its records in the store.</param>
public sealed record SettledRunSummary(
    WorkflowKey Workflow,
    RunId RunId,
    RunId FirstExecutionRunId,
    string StartRequestId,
    WorkflowExecutionStatus Status,
    long CoveredLsn,
    DateTimeOffset? NextWakeUp,
    bool OwesParentNotification,
    long RecordCount)
{
    /// <summary>What limits on starts must know of the run; null when they do not count it, or it is closed.</summary>
    public StartPermit? StartPermit { get; init; }
}

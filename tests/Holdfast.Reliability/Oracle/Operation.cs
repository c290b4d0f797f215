using Holdfast.Protocol;

namespace Holdfast.Reliability;

/// <summary>One operation.</summary>
/// <param name="Kind">What is done.</param>
/// <param name="Name">A name of its own: that of what workflow code begins by it, or of an update.</param>
/// <param name="WorkflowId">To which workflow, job or namespace.</param>
internal sealed record Operation(OperationKind Kind, string Name, string WorkflowId)
{
    private const int AttemptsNeverReached = 1_000;

    /// <summary>What is added, or how many seconds.</summary>
    public long Amount { get; init; }

    /// <summary>Most attempts of a task queue at a time: more than a sequence has, because the reference model does not know what waits for a limit.</summary>
    public int MostAttempts => AttemptsNeverReached + (int)Amount;

    /// <summary>A behaviour, a policy, a filter or a value.</summary>
    public string Way { get; init; } = string.Empty;

    /// <summary>Another workflow, or the item or activity that is meant.</summary>
    public string Target { get; init; } = string.Empty;

    public int CancellationType { get; init; }

    public WorkflowIdReusePolicy Reuse { get; init; } = WorkflowIdReusePolicy.AllowDuplicate;

    public WorkflowIdConflictPolicy Conflict { get; init; } = WorkflowIdConflictPolicy.Fail;

    public override string ToString() => $"{Name}: {Kind} {WorkflowId} {Amount} {Way} {Target} {(CancellationType == 0 ? string.Empty : CancellationType)} {(Kind is OperationKind.Start or OperationKind.SignalWithStart or OperationKind.UpdateWithStart or OperationKind.StartJob ? $"{Reuse} {Conflict}" : string.Empty)}".TrimEnd();
}

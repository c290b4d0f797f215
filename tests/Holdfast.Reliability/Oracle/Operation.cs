using Holdfast.Protocol;

namespace Holdfast.Reliability;

/// <summary>One operation.</summary>
/// <param name="Kind">What is done.</param>
/// <param name="WorkflowId">To which workflow.</param>
/// <param name="Amount">What is added.</param>
/// <param name="Reuse">Of a start.</param>
/// <param name="Conflict">Of a start.</param>
internal sealed record Operation(OperationKind Kind, string WorkflowId, long Amount, WorkflowIdReusePolicy Reuse, WorkflowIdConflictPolicy Conflict)
{
    public override string ToString() => Kind is OperationKind.Start or OperationKind.SignalWithStart ? $"{Kind} {WorkflowId} {Amount} {Reuse} {Conflict}" : $"{Kind} {WorkflowId} {Amount}";
}

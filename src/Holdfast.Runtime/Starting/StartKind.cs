using System.Runtime.InteropServices;
using Holdfast.Protocol;

namespace Holdfast.Runtime;

/// <summary>What decides under which limits a run starts.</summary>
/// <param name="WorkflowType">Its type.</param>
/// <param name="ConcurrencyKey">Its key; empty when it has none.</param>
/// <param name="IsChild">True for a child.</param>
/// <param name="Priority">Its priority key.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct StartKind(string WorkflowType, string ConcurrencyKey, bool IsChild, int Priority)
{
    public static StartKind Of(WorkflowExecutionStarted started) =>
        new(started.WorkflowType, started.ConcurrencyKey, started.Parent is not null, Backlog<StartTicket>.LevelOf(started.Priority));

    public static StartKind Of(StartPermit permit) => new(permit.WorkflowType, permit.ConcurrencyKey, permit.IsChild, permit.Priority);

    /// <summary>True when one of the limits is for such runs.</summary>
    public bool IsLimitedBy(TaskQueueLimits limits) =>
        (!IsChild && limits.WorkflowStarts is not null)
        || limits.WorkflowStartsByType.ContainsKey(WorkflowType)
        || (ConcurrencyKey.Length > 0 && (limits.WorkflowStartsPerKey is not null || limits.WorkflowStartsPerKeyByType.ContainsKey(WorkflowType)));
}

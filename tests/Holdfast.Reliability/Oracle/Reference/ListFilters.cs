using Holdfast.Protocol;

namespace Holdfast.Reliability;

/// <summary>List filters as text, and what they mean.</summary>
internal static class ListFilters
{
    public static readonly IReadOnlyDictionary<string, Func<ModelRun, bool>> All = new SortedDictionary<string, Func<ModelRun, bool>>(StringComparer.Ordinal)
    {
        [string.Empty] = _ => true,
        ["ExecutionStatus = 'Running'"] = r => r.ShownStatus == WorkflowExecutionStatus.Running,
        ["ExecutionStatus != 'Running'"] = r => r.ShownStatus != WorkflowExecutionStatus.Running,
        ["ExecutionStatus IN ('Completed', 'Terminated', 'ContinuedAsNew')"] = r => r.Status is WorkflowExecutionStatus.Completed or WorkflowExecutionStatus.Terminated or WorkflowExecutionStatus.ContinuedAsNew,
        ["CloseTime IS NULL"] = r => r.Close is null,
        ["CloseTime IS NOT NULL AND NOT ExecutionStatus = 'Terminated'"] = r => r.Close is not null && r.Status != WorkflowExecutionStatus.Terminated,
        ["Amount >= 50"] = r => r.Attribute >= 50,
        ["Amount BETWEEN 10 AND 60 OR ExecutionStatus = 'Failed'"] = r => r.Attribute is >= 10 and <= 60 || r.Status == WorkflowExecutionStatus.Failed,
        ["NOT Amount < 50"] = r => r.Attribute >= 50,
        ["Amount IS NULL AND WorkflowId STARTS_WITH 'ledger-a'"] = r => r.Attribute is null && r.WorkflowId == "ledger-a",
        ["WorkflowId = 'ledger-b'"] = r => r.WorkflowId == "ledger-b",
        ["WorkflowType = 'Nothing'"] = _ => false,
    };
}

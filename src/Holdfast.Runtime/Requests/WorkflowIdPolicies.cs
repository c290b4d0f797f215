using Holdfast.Protocol;

namespace Holdfast.Runtime;

/// <summary>What the policies of workflow IDs allow.</summary>
internal static class WorkflowIdPolicies
{
    /// <summary>True when a workflow ID may be used again whose last run closed so.</summary>
    public static bool AllowReuse(WorkflowIdReusePolicy policy, WorkflowExecutionStatus closedAs) => policy switch
    {
        WorkflowIdReusePolicy.RejectDuplicate => false,
        WorkflowIdReusePolicy.AllowDuplicateFailedOnly => closedAs is not (WorkflowExecutionStatus.Completed or WorkflowExecutionStatus.ContinuedAsNew),
        _ => true,
    };
}

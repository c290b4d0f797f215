using Holdfast.Protocol;
using Holdfast.Testing;

namespace Holdfast.Client.Tests;

/// <summary>Descriptions of runs.</summary>
internal static class Descriptions
{
    public static WorkflowExecutionDescription Of(string workflowId, RunId runId) => new() { Info = InfoOf(workflowId, runId) };

    public static WorkflowExecutionInfo InfoOf(string workflowId, RunId runId) => new()
    {
        Namespace = "shop",
        Execution = new WorkflowExecution(workflowId, runId),
        WorkflowType = "OrderWorkflow",
        TaskQueue = "default",
        Status = WorkflowExecutionStatus.Running,
        StartTime = VirtualTimeProvider.DefaultStart,
    };
}

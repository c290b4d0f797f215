using Holdfast.Protocol;

namespace Holdfast;

/// <content>Other workflows.</content>
public static partial class Workflow
{
    /// <summary>A handle to another workflow of the namespace. Nothing is sent: whether it exists shows at the first request.</summary>
    /// <param name="workflowId">Its workflow ID.</param>
    /// <param name="runId">The one run meant; none for whichever is current.</param>
    public static ExternalWorkflowHandle GetExternalWorkflowHandle(string workflowId, RunId runId = default) => new(ExternalTarget(workflowId, runId));

    /// <summary>A handle to another workflow of the namespace, whose signals are typed. Nothing is sent: whether it exists shows at the first request.</summary>
    /// <typeparam name="TWorkflow">The workflow class.</typeparam>
    /// <param name="workflowId">Its workflow ID.</param>
    /// <param name="runId">The one run meant; none for whichever is current.</param>
    public static ExternalWorkflowHandle<TWorkflow> GetExternalWorkflowHandle<TWorkflow>(string workflowId, RunId runId = default) => new(ExternalTarget(workflowId, runId));

    private static ExternalWorkflowTarget ExternalTarget(string workflowId, RunId runId)
    {
        ArgumentException.ThrowIfNullOrEmpty(workflowId);
        return new ExternalWorkflowTarget(workflowId, runId, IsChild: false);
    }
}

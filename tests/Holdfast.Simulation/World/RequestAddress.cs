using Holdfast.Protocol;

namespace Holdfast.Simulation;

/// <summary>Which workflow a request is about.</summary>
internal static class RequestAddress
{
    /// <summary>The workflow; empty when the request is about no single one.</summary>
    public static string WorkflowIdOf(object request) => request switch
    {
        StartWorkflowExecutionRequest r => r.WorkflowId,
        SignalWithStartWorkflowExecutionRequest r => r.Start.WorkflowId,
        UpdateWithStartWorkflowExecutionRequest r => r.Start.WorkflowId,
        SignalWorkflowExecutionRequest r => r.Execution.WorkflowId,
        RequestCancelWorkflowExecutionRequest r => r.Execution.WorkflowId,
        TerminateWorkflowExecutionRequest r => r.Execution.WorkflowId,
        DeleteWorkflowExecutionRequest r => r.Execution.WorkflowId,
        PauseWorkflowExecutionRequest r => r.Execution.WorkflowId,
        UnpauseWorkflowExecutionRequest r => r.Execution.WorkflowId,
        UpdateWorkflowExecutionOptionsRequest r => r.Execution.WorkflowId,
        OperateActivitiesRequest r => r.Execution.WorkflowId,
        OperateActivityExecutionRequest r => StandaloneActivity.WorkflowIdOf(r.ActivityId),
        ResetWorkflowExecutionRequest r => r.Execution.WorkflowId,
        QueryWorkflowRequest r => r.Execution.WorkflowId,
        UpdateWorkflowExecutionRequest r => r.Execution.WorkflowId,
        PollWorkflowExecutionUpdateRequest r => r.Execution.WorkflowId,
        DescribeWorkflowExecutionRequest r => r.Execution.WorkflowId,
        GetWorkflowExecutionHistoryRequest r => r.Execution.WorkflowId,
        RespondActivityTaskByIdRequest r => r.Execution.WorkflowId,
        RecordActivityTaskHeartbeatByIdRequest r => r.Execution.WorkflowId,
        _ => string.Empty,
    };
}

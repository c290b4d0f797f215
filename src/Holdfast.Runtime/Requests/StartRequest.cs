using Holdfast.Protocol;

namespace Holdfast.Runtime;

/// <summary>A client starts a workflow.</summary>
internal sealed class StartRequest(StartWorkflowExecutionRequest request) : WorkflowStartRequest<StartWorkflowExecutionResponse>(request)
{
    protected override void UseStarted(ShardOwner owner, RunEntry run) => Answer(owner, new StartWorkflowExecutionResponse(run.RunId, Started: true));

    protected override void UseExisting(ShardOwner owner, RunEntry run) => UseEarlier(owner, run.RunId);

    protected override void UseEarlier(ShardOwner owner, RunId runId) => Answer(owner, new StartWorkflowExecutionResponse(runId, Started: false));
}

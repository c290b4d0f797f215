using Holdfast.Protocol;

namespace Holdfast.Runtime;

/// <summary>A client sends an update to a workflow, and starts it when it is not running.</summary>
internal sealed class UpdateWithStartRequest(UpdateWithStartWorkflowExecutionRequest request) : WorkflowStartRequest<UpdateWithStartWorkflowExecutionResponse>(request.Start)
{
    protected override void UseStarted(ShardOwner owner, RunEntry run) => Update(owner, run, isStarted: true);

    protected override void UseExisting(ShardOwner owner, RunEntry run) => Update(owner, run, isStarted: false);

    protected override void UseEarlier(ShardOwner owner, RunId runId) => owner.Locate(new UpdateWorkflowRequest(
        new UpdateWorkflowExecutionRequest
        {
            Namespace = StartArguments.Namespace,
            Execution = new WorkflowExecution(StartArguments.WorkflowId, runId),
            Update = request.Update,
            WaitStage = request.WaitStage,
        },
        new UpdateReply(this, new StartWorkflowExecutionResponse(runId, Started: false))));

    private void Update(ShardOwner owner, RunEntry run, bool isStarted)
    {
        UpdateReply reply = new(this, new StartWorkflowExecutionResponse(run.RunId, isStarted));
        UpdateWorkflowRequest.Admit(owner, run, request.Update, request.WaitStage, reply, isForRun: false);
    }

    /// <summary>Adds what became of the start to what became of the update.</summary>
    private sealed class UpdateReply(IReply whole, StartWorkflowExecutionResponse start) : IReply
    {
        public bool IsAbandoned => whole.IsAbandoned;

        public void Send(object? result) => whole.Send(result is UpdateWorkflowExecutionResponse update ? new UpdateWithStartWorkflowExecutionResponse(start, update) : result);

        public void Fail(Exception exception) => whole.Fail(exception);
    }
}

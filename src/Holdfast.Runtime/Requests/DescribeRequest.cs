using Holdfast.Protocol;

namespace Holdfast.Runtime;

/// <summary>A client wants a run described.</summary>
internal sealed class DescribeRequest(DescribeWorkflowExecutionRequest request) : OwnerRequest<WorkflowExecutionDescription>
{
    public override WorkflowKey Workflow { get; } = new(request.Namespace, request.Execution.WorkflowId);

    public override RunId RunId => request.Execution.RunId;

    public override void HandleRun(ShardOwner owner, RunEntry? run) =>
        owner.Batches.Gate(GatedEffect.Reply(this, run is null ? Faults.RunNotFound(Workflow, RunId) : DescribedRun.Describe(run)));
}

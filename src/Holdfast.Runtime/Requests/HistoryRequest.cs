using Holdfast.Protocol;

namespace Holdfast.Runtime;

/// <summary>A client reads history, or waits for it.</summary>
internal sealed class HistoryRequest(GetWorkflowExecutionHistoryRequest request) : OwnerRequest<GetWorkflowExecutionHistoryResponse>, IRunWaiter
{
    public override WorkflowKey Workflow { get; } = new(request.Namespace, request.Execution.WorkflowId);

    public override RunId RunId => request.Execution.RunId;

    public override void HandleRun(ShardOwner owner, RunEntry? run)
    {
        if (run is null)
        {
            owner.Batches.Gate(GatedEffect.Reply(this, Faults.RunNotFound(Workflow, RunId)));
        }
        else if (TryAnswer(run) is { } response)
        {
            owner.Batches.Gate(GatedEffect.Reply(this, response));
        }
        else
        {
            run.Waiters.Add(this);
        }
    }

    /// <inheritdoc/>
    public object? TryAnswer(RunEntry run) => HistoryReader.TryRead(run, request);
}

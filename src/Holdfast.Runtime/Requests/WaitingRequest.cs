using Holdfast.Protocol;

namespace Holdfast.Runtime;

/// <summary>A client asks a run for what it may not have yet, and waits for it.</summary>
internal abstract class WaitingRequest<TResponse>(WorkflowKey workflow, RunId runId) : OwnerRequest<TResponse>, IRunWaiter
{
    public override WorkflowKey Workflow => workflow;

    public override RunId RunId => runId;

    public override void HandleRun(ShardOwner owner, RunEntry? run)
    {
        if (run is null)
        {
            owner.Batches.Gate(GatedEffect.Reply(this, Faults.RunNotFound(workflow, runId)));
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
    public abstract object? TryAnswer(RunEntry run);
}

using Holdfast.Protocol;

namespace Holdfast.Runtime;

/// <summary>A client waits for the end of a run that executes an activity.</summary>
internal sealed class PollActivityRequest(PollActivityExecutionRequest request) : OwnerRequest<PollActivityExecutionResponse>, IRunWaiter
{
    public override WorkflowKey Workflow { get; } = new(request.Namespace, StandaloneActivity.WorkflowIdOf(request.ActivityId));

    public override RunId RunId => request.RunId;

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
    public object? TryAnswer(RunEntry run) => run.State.IsClosed ? StandaloneActivityReading.Closed(run) : null;
}

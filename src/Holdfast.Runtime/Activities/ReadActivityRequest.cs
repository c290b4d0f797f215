using Holdfast.Protocol;

namespace Holdfast.Runtime;

/// <summary>A client reads something of a run that executes an activity.</summary>
/// <typeparam name="TResponse">What it is answered with.</typeparam>
internal sealed class ReadActivityRequest<TResponse>(string @namespace, string activityId, RunId runId, Func<RunEntry, TResponse> read) : OwnerRequest<TResponse>
    where TResponse : class
{
    public override WorkflowKey Workflow { get; } = new(@namespace, StandaloneActivity.WorkflowIdOf(activityId));

    public override RunId RunId => runId;

    public override void HandleRun(ShardOwner owner, RunEntry? run) =>
        owner.Batches.Gate(GatedEffect.Reply(this, run is null ? Faults.RunNotFound(Workflow, RunId) : read(run)));
}

using Holdfast.Engine;
using Holdfast.Protocol;

namespace Holdfast.Runtime;

/// <summary>A run asks that its child be started. Comes again after a crash; the child's run ID makes it idempotent.</summary>
internal sealed class StartChildMessage(WorkflowKey parent, RunId parentRunId, StartChild start) : RunTargetedMessage
{
    public override WorkflowKey Workflow { get; } = new(start.Initiated.Namespace, start.Initiated.WorkflowId);

    public override RunId RunId => RunId.None;

    /// <inheritdoc/>
    public override bool IsOwed => true;

    public override void HandleRun(ShardOwner owner, RunEntry? run)
    {
        if (run is not null && run.State.FirstExecutionRunId == start.Initiated.ChildRunId)
        {
            Report(owner, new ChildStarted(start.InitiatedEventId, start.Initiated.ChildRunId));
        }
        else if (run is not null && !MayReuse(run))
        {
            Report(owner, new ChildStartFailed(start.InitiatedEventId, StartChildWorkflowExecutionFailedCause.WorkflowAlreadyExists));
        }
        else
        {
            var started = StartedEvents.OfChild(parent, parentRunId, start, owner.Now);
            started = owner.Services.StartLimits.Decide(Workflow, start.Initiated.ChildRunId, started, replaced: null).Started!;
            owner.Steps.Start(new StartRun(Workflow, start.Initiated.ChildRunId, started), withPrevious: false);
            Report(owner, new ChildStarted(start.InitiatedEventId, start.Initiated.ChildRunId));
        }
    }

    private bool MayReuse(RunEntry run) => run.State.IsClosed && WorkflowIdPolicies.AllowReuse(start.Initiated.WorkflowIdReusePolicy, run.State.Status);

    private void Report(ShardOwner owner, RunMessage message)
    {
        var post = owner.Services.Post;
        ReportToRun report = new(parent, parentRunId, message);
        owner.Batches.Gate(GatedEffect.Run(() => post(parent, report)));
    }
}

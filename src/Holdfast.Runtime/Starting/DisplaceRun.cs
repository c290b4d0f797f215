using Holdfast.Engine;
using Holdfast.Protocol;

namespace Holdfast.Runtime;

/// <summary>Tells a run that another one takes its place. It is told again after a crash, as long as it is open and the other waits.</summary>
internal sealed class DisplaceRun(DisplacedRun displaced) : RunTargetedMessage
{
    private const string Identity = "start limits";

    public override WorkflowKey Workflow => displaced.Workflow;

    public override RunId RunId => displaced.RunId;

    /// <inheritdoc/>
    public override bool IsOwed => true;

    public override void HandleRun(ShardOwner owner, RunEntry? run)
    {
        if (run is null || run.State.IsClosed)
        {
            return;
        }

        var reason = $"Replaced by run {displaced.By.RunId} of workflow ID '{displaced.By.WorkflowId}' (limit on starts)";
        RunMessage message = displaced.Action == ReplacedRunAction.RequestCancel
            ? new RequestCancelRun(RunId.None, reason, Identity, $"replaced:{displaced.By.RunId}")
            : new TerminateRun(RunId.None, reason, Payloads.Empty, Identity);
        owner.Steps.Take(run, message);
    }
}

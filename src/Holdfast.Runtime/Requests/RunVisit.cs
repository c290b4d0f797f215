using Holdfast.Protocol;

namespace Holdfast.Runtime;

/// <summary>A request looks at another run than the one that it is for, which may have to be loaded first.</summary>
internal sealed class RunVisit(WorkflowKey workflow, RunId runId, IReply reply, Action<ShardOwner, RunEntry?> visit) : RunTargetedMessage
{
    public override WorkflowKey Workflow => workflow;

    public override RunId RunId => runId;

    public override void HandleRun(ShardOwner owner, RunEntry? run) => visit(owner, run);

    public override void Fail(Exception exception) => reply.Fail(exception);
}

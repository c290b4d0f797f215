using Holdfast.Protocol;

namespace Holdfast.Runtime;

/// <summary>Workflow code that was replayed on another thread returned.</summary>
internal sealed class ReplayReturned(RunEntry run, WorkflowTask task, WorkflowTaskResult result) : OwnerMessage
{
    public override void Handle(ShardOwner owner) => owner.WorkflowTasks.ReplayReturned(run, task, result);
}

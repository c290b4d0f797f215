using Holdfast.Protocol;

namespace Holdfast.Runtime;

/// <summary>A suspended workflow task can be continued.</summary>
internal sealed class SuspendedTaskReady(RunEntry run, WorkflowTask task) : OwnerMessage
{
    public override void Handle(ShardOwner owner) => owner.WorkflowTasks.Suspended.TaskReady(run, task);
}

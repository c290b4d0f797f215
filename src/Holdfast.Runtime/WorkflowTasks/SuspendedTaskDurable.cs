using Holdfast.Protocol;

namespace Holdfast.Runtime;

/// <summary>Everything that a suspended workflow task rests on is durable: what it waits for may begin.</summary>
internal sealed class SuspendedTaskDurable(RunEntry run, WorkflowTask task) : OwnerMessage
{
    public override void Handle(ShardOwner owner) => SuspendedTasks.TaskDurable(run, task);
}

namespace Holdfast.Runtime;

/// <summary>A worker for workflow tasks registered.</summary>
internal sealed class WorkerCame(string @namespace, string taskQueue) : OwnerMessage
{
    public override void Handle(ShardOwner owner) => owner.WorkflowTasks.WorkerCame(@namespace, taskQueue);
}

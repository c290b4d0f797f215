namespace Holdfast.Runtime;

/// <summary>A suspended query can be continued.</summary>
internal sealed class SuspendedQueryReady(RunEntry run, QueryRequest query, SuspendedWorkflowTask suspended) : OwnerMessage
{
    public override void Handle(ShardOwner owner) => owner.WorkflowTasks.Suspended.QueryReady(run, query, suspended);
}

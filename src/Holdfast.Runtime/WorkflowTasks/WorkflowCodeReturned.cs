using Holdfast.Protocol;

namespace Holdfast.Runtime;

/// <summary>Workflow code that had held its thread too long, and lost the loop, returned.</summary>
internal sealed class WorkflowCodeReturned(RunEntry run, WorkflowTask task, WorkflowTaskResult result, IReply? query) : OwnerMessage
{
    public override void Handle(ShardOwner owner) => owner.WorkflowTasks.CodeReturned(run, task, result, query);

    public override void Fail(Exception exception) => query?.Fail(exception);
}

using Holdfast.Protocol;

namespace Holdfast.Runtime;

/// <summary>Workflows of an owner that the settled store has.</summary>
/// <param name="workflows">The workflows.</param>
/// <param name="isLast">True when these are the last.</param>
internal sealed class WorkflowsRead(IReadOnlyList<WorkflowKey> workflows, bool isLast) : OwnerMessage
{
    /// <inheritdoc/>
    public override void Handle(ShardOwner owner)
    {
        foreach (var workflow in workflows)
        {
            owner.KnownWorkflows.AddRead(workflow);
        }

        if (isLast)
        {
            owner.KnownWorkflows.Complete();
        }
    }
}

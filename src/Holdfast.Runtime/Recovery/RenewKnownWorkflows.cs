namespace Holdfast.Runtime;

/// <summary>The settled store is about to be read through again for the workflows that it has.</summary>
internal sealed class RenewKnownWorkflows(WorkflowScan scan) : OwnerMessage
{
    /// <inheritdoc/>
    public override void Handle(ShardOwner owner)
    {
        owner.KnownWorkflows.BeginRenewal(owner.Directory.Runs.Select(static r => r.Workflow));
        scan.OwnerIsReady();
    }
}

namespace Holdfast.Runtime;

/// <summary>What waits for a read of the settled store.</summary>
internal sealed class ParkedMessages(RunTargetedMessage first)
{
    public List<RunTargetedMessage> Messages { get; } = [first];

    /// <summary>True when a run of the workflow has left memory since the read began: it must be read again.</summary>
    public bool IsReadOutOfDate { get; set; }
}

namespace Holdfast.Protocol;

/// <summary>Changes the run's memo.</summary>
public sealed record ModifyWorkflowPropertiesCommand : Command
{
    /// <inheritdoc/>
    public override CommandType Type => CommandType.ModifyWorkflowProperties;

    /// <summary>Entries to set; one with the null payload is removed.</summary>
    public required PayloadMap UpsertedMemo { get; init; }
}

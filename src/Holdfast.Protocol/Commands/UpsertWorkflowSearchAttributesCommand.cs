namespace Holdfast.Protocol;

/// <summary>Changes the run's search attributes.</summary>
public sealed record UpsertWorkflowSearchAttributesCommand : Command
{
    /// <inheritdoc/>
    public override CommandType Type => CommandType.UpsertWorkflowSearchAttributes;

    /// <summary>Attributes to set; one with the null payload is removed.</summary>
    public required PayloadMap SearchAttributes { get; init; }
}

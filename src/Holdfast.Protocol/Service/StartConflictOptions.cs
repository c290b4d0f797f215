namespace Holdfast.Protocol;

/// <summary>What a start does to the open run that it uses under <see cref="WorkflowIdConflictPolicy.UseExisting"/>.</summary>
public sealed record StartConflictOptions
{
    /// <summary>Nothing.</summary>
    public static readonly StartConflictOptions None = new();

    /// <summary>True to note the start's request ID with the run, durably, so that the start gives the same run when it comes again. Default false.</summary>
    public bool AttachRequestId { get; init; }
}

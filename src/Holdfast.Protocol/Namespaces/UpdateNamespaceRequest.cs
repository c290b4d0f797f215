namespace Holdfast.Protocol;

/// <summary>Changes a namespace; what is null stays.</summary>
public sealed record UpdateNamespaceRequest
{
    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>What it is for; up to 4,000 bytes.</summary>
    public string? Description { get; init; }

    /// <summary>Whom to ask about it; up to 320 bytes.</summary>
    public string? OwnerEmail { get; init; }

    /// <summary>Entries that are added, or take the place of those with the same key.</summary>
    public IReadOnlyDictionary<string, string>? Data { get; init; }

    /// <summary>How long closed runs are kept; 1 hour to 36,500 days. Holds for runs that have closed already, too.</summary>
    public TimeSpan? Retention { get; init; }

    /// <summary>True to archive closed runs from now on when their retention is over; false to delete them. What is archived stays.</summary>
    public bool? ArchivesRuns { get; init; }

    /// <summary>True to let runs use registered search attributes alone from now on; false to register others by their use.</summary>
    public bool? RegisteredSearchAttributesOnly { get; init; }
}

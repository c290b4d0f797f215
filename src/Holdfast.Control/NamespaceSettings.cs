namespace Holdfast.Control;

/// <summary>Settings of a namespace; what is null is left as it is, or has its default.</summary>
public sealed record NamespaceSettings
{
    /// <summary>What it is for.</summary>
    public string? Description { get; init; }

    /// <summary>Whom to ask about it.</summary>
    public string? OwnerEmail { get; init; }

    /// <summary>Entries that are kept with it.</summary>
    public IReadOnlyDictionary<string, string>? Data { get; init; }

    /// <summary>How long closed runs are kept.</summary>
    public TimeSpan? Retention { get; init; }

    /// <summary>True when runs are archived at the end of their retention.</summary>
    public bool? ArchivesRuns { get; init; }

    /// <summary>True when runs may use registered search attributes alone.</summary>
    public bool? RegisteredSearchAttributesOnly { get; init; }
}

using System.Collections.ObjectModel;

namespace Holdfast.Protocol;

/// <summary>A namespace: an isolated set of workflow IDs, with settings of its own.</summary>
public sealed record NamespaceInfo
{
    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>Tells it from another that had the same name before.</summary>
    public Guid Id { get; init; }

    /// <summary>What may be done in it.</summary>
    public NamespaceState State { get; init; } = NamespaceState.Registered;

    /// <summary>What it is for.</summary>
    public string Description { get; init; } = string.Empty;

    /// <summary>Whom to ask about it.</summary>
    public string OwnerEmail { get; init; } = string.Empty;

    /// <summary>What else its owner wants to keep with it.</summary>
    public IReadOnlyDictionary<string, string> Data { get; init; } = ReadOnlyDictionary<string, string>.Empty;

    /// <summary>How long closed runs are kept; null for as long as the host says (<c>HoldfastOptions.Retention</c>).</summary>
    public TimeSpan? Retention { get; init; }

    /// <summary>Whether closed runs are archived when their retention is over.</summary>
    public ArchivalState Archival { get; init; }

    /// <summary>True when runs may use registered search attributes alone; false when others are registered by their use.</summary>
    public bool RegisteredSearchAttributesOnly { get; init; }

    /// <summary>The search attributes that were registered, with their types.</summary>
    public IReadOnlyDictionary<string, SearchAttributeType> SearchAttributes { get; init; } = ReadOnlyDictionary<string, SearchAttributeType>.Empty;

    /// <summary>Search attributes that were removed: they are not registered by their use.</summary>
    public IReadOnlyList<string> RemovedSearchAttributes { get; init; } = [];

    /// <summary>Rules that pause activities, in the order of their creation.</summary>
    public IReadOnlyList<WorkflowRule> Rules { get; init; } = [];

    /// <summary>When it was registered.</summary>
    public DateTimeOffset CreateTime { get; init; }
}

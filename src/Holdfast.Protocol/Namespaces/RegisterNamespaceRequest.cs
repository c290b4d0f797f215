using System.Collections.ObjectModel;

namespace Holdfast.Protocol;

/// <summary>Registers a namespace.</summary>
public sealed record RegisterNamespaceRequest
{
    /// <summary>Its name: 1 to 200 letters, digits, '-', '_' and '.'; case matters.</summary>
    public required string Name { get; init; }

    /// <summary>What it is for; up to 4,000 bytes.</summary>
    public string Description { get; init; } = string.Empty;

    /// <summary>Whom to ask about it; up to 320 bytes.</summary>
    public string OwnerEmail { get; init; } = string.Empty;

    /// <summary>What else is to be kept with it: up to 100 entries, 40 KiB in all.</summary>
    public IReadOnlyDictionary<string, string> Data { get; init; } = ReadOnlyDictionary<string, string>.Empty;

    /// <summary>How long closed runs are kept. Default 72 hours; 1 hour to 36,500 days.</summary>
    public TimeSpan Retention { get; init; } = NamespaceRules.DefaultRetention;

    /// <summary>True to archive closed runs when their retention is over; false to delete them. Default false.</summary>
    public bool ArchivesRuns { get; init; }

    /// <summary>True to let runs use registered search attributes alone; false to register others by their use. Default false.</summary>
    public bool RegisteredSearchAttributesOnly { get; init; }
}

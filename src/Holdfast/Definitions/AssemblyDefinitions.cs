using System.ComponentModel;
using System.Text.Json.Serialization.Metadata;

namespace Holdfast.Definitions;

/// <summary>What generated code knows of one assembly.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class AssemblyDefinitions
{
    /// <summary>Nothing.</summary>
    public static readonly AssemblyDefinitions Empty = new();

    /// <summary>Its workflows.</summary>
    public IReadOnlyList<WorkflowDefinition> Workflows { get; init; } = [];

    /// <summary>Its activities.</summary>
    public IReadOnlyList<ActivityDefinition> Activities { get; init; } = [];

    /// <summary>JSON metadata of the types in their signatures, as far as the generator can make it; null when there is none.</summary>
    public IJsonTypeInfoResolver? Json { get; init; }
}

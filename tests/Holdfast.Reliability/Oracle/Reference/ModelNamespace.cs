using System.Collections.Immutable;

namespace Holdfast.Reliability;

/// <summary>A namespace, as the model sees it.</summary>
/// <param name="Description">Its description.</param>
internal sealed record ModelNamespace(string Description)
{
    public bool IsDeprecated { get; init; }

    public ImmutableSortedSet<string> Attributes { get; init; } = ImmutableSortedSet.Create<string>(StringComparer.Ordinal);

    public override string ToString() => Describe(Description, IsDeprecated);

    public static string Describe(string description, bool isDeprecated) => $"{description} {(isDeprecated ? "deprecated" : "registered")}";
}

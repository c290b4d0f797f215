using Holdfast.Generators.Definitions;
using Microsoft.CodeAnalysis;

namespace Holdfast.Analyzers.Contracts;

/// <summary>The properties of a type that the serializer writes.</summary>
internal static class PayloadProperties
{
    public static IEnumerable<IPropertySymbol> Of(INamedTypeSymbol type)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var property in TypeHierarchy.Of(type).SelectMany(t => t.GetMembers().OfType<IPropertySymbol>()))
        {
            if (IsWritten(property) && seen.Add(property.Name))
            {
                yield return property;
            }
        }
    }

    /// <summary>The name that the property gives itself, else its own.</summary>
    public static string WireName(IPropertySymbol property) =>
        JsonMark.Find(property, "JsonPropertyNameAttribute")?.ConstructorArguments.Select(a => a.Value).FirstOrDefault() as string ?? property.Name;

    private static bool IsWritten(IPropertySymbol property) =>
        property is { IsStatic: false, IsIndexer: false, IsImplicitlyDeclared: false, DeclaredAccessibility: Accessibility.Public, GetMethod: not null }
        && !IsIgnored(property);

    /// <summary>True when it is never written; conditions such as WhenWritingNull are none.</summary>
    private static bool IsIgnored(IPropertySymbol property) =>
        JsonMark.Find(property, "JsonIgnoreAttribute") is { } ignore && !ignore.NamedArguments.Any(a => a.Key is "Condition" && a.Value.Value is not 1);
}

using Microsoft.CodeAnalysis;

namespace Holdfast.Generators.Definitions;

/// <summary>A class and its base classes.</summary>
internal static class TypeHierarchy
{
    /// <summary>The type itself first, System.Object not.</summary>
    public static IEnumerable<INamedTypeSymbol> Of(INamedTypeSymbol type)
    {
        for (var current = type; current is not null && current.SpecialType != SpecialType.System_Object; current = current.BaseType)
        {
            yield return current;
        }
    }
}

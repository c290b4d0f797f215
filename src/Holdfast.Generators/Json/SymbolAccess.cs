using Microsoft.CodeAnalysis;

namespace Holdfast.Generators.Json;

/// <summary>What generated code can name.</summary>
internal static class SymbolAccess
{
    /// <summary>True when the type, and all that it is constructed of, can be named in the assembly outside any other type and file.</summary>
    public static bool IsVisible(ITypeSymbol type, IAssemblySymbol within) => type switch
    {
        IArrayTypeSymbol array => IsVisible(array.ElementType, within),
        INamedTypeSymbol named => IsNamedVisible(named, within),
        _ => true,
    };

    private static bool IsNamedVisible(INamedTypeSymbol type, IAssemblySymbol within)
    {
        var isInternalVisible = SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, within) || type.ContainingAssembly?.GivesAccessTo(within) == true;
        var isVisible = type.DeclaredAccessibility switch
        {
            Accessibility.Public => true,
            Accessibility.Internal or Accessibility.ProtectedOrInternal => isInternalVisible,
            _ => false,
        };
        return isVisible
            && !type.IsFileLocal
            && type.TypeArguments.All(a => IsVisible(a, within))
            && (type.ContainingType is null || IsNamedVisible(type.ContainingType, within));
    }
}

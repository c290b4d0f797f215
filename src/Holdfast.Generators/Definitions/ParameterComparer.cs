using Microsoft.CodeAnalysis;

namespace Holdfast.Generators.Definitions;

/// <summary>Compares parameters by what a caller must pass, nullable annotations aside.</summary>
internal sealed class ParameterComparer : IEqualityComparer<(ITypeSymbol Type, RefKind RefKind)>
{
    public static readonly ParameterComparer Instance = new();

    public bool Equals((ITypeSymbol Type, RefKind RefKind) x, (ITypeSymbol Type, RefKind RefKind) y) =>
        x.RefKind == y.RefKind && SymbolEqualityComparer.Default.Equals(x.Type, y.Type);

    public int GetHashCode((ITypeSymbol Type, RefKind RefKind) parameter) => SymbolEqualityComparer.Default.GetHashCode(parameter.Type);
}

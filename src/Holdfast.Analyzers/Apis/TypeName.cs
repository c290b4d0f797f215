using Microsoft.CodeAnalysis;

namespace Holdfast.Analyzers.Apis;

/// <summary>A namespace-qualified type name, compared with symbols without making strings.</summary>
/// <param name="Space">The namespace; empty for none.</param>
/// <param name="Name">The type's name, without type parameters.</param>
internal sealed record TypeName(string Space, string Name)
{
    public static TypeName Parse(string qualified)
    {
        var dot = qualified.LastIndexOf('.');
        return dot < 0 ? new(string.Empty, qualified) : new(qualified.Substring(0, dot), qualified.Substring(dot + 1));
    }

    public bool Is(ITypeSymbol type) => string.Equals(type.Name, Name, StringComparison.Ordinal) && IsNamespace(type.ContainingNamespace, Space);

    /// <summary>True when the namespace has that full name.</summary>
    public static bool IsNamespace(INamespaceSymbol? space, string name)
    {
        var end = name.Length;
        for (var current = space; current is { IsGlobalNamespace: false }; current = current.ContainingNamespace)
        {
            var start = end - current.Name.Length;
            if (start < 0 || string.CompareOrdinal(name, start, current.Name, 0, current.Name.Length) != 0)
            {
                return false;
            }

            if (start == 0)
            {
                return current.ContainingNamespace.IsGlobalNamespace;
            }

            end = start - 1;
            if (name[end] != '.')
            {
                return false;
            }
        }

        return end == 0 && name.Length == 0;
    }
}

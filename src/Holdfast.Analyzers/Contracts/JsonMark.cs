using Microsoft.CodeAnalysis;

namespace Holdfast.Analyzers.Contracts;

/// <summary>Attributes of System.Text.Json.</summary>
internal static class JsonMark
{
    public static AttributeData? Find(ISymbol symbol, string name) => symbol.GetAttributes().FirstOrDefault(a => Is(a, name));

    public static bool Is(AttributeData attribute, string name) =>
        attribute.AttributeClass is { } type
        && string.Equals(type.Name, name, StringComparison.Ordinal)
        && type.ContainingNamespace is { Name: "Serialization", ContainingNamespace: { Name: "Json", ContainingNamespace: { Name: "Text", ContainingNamespace.Name: "System" } } };
}

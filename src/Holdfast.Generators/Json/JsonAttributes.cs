using Microsoft.CodeAnalysis;

namespace Holdfast.Generators.Json;

/// <summary>Attributes of System.Text.Json.</summary>
internal static class JsonAttributes
{
    public static bool IsJson(AttributeData attribute) =>
        attribute.AttributeClass?.ContainingNamespace is
        {
            Name: "Serialization",
            ContainingNamespace: { Name: "Json", ContainingNamespace: { Name: "Text", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } } },
        };

    public static bool Has(ISymbol symbol, string attribute) =>
        symbol.GetAttributes().Any(a => IsJson(a) && string.Equals(a.AttributeClass!.Name, attribute, StringComparison.Ordinal));
}

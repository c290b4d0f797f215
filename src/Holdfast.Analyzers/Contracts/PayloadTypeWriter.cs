using Microsoft.CodeAnalysis;

namespace Holdfast.Analyzers.Contracts;

/// <summary>Writes what of a type is on the wire: its properties, its derived types, or the names of an enumeration.</summary>
internal static class PayloadTypeWriter
{
    public static ContractLine Line(INamedTypeSymbol type)
    {
        var kind = type.TypeKind == TypeKind.Enum ? "enum" : "type";
        var members = Members(type).OrderBy(m => m.Name, StringComparer.Ordinal).Select(m => m.Text).ToList();
        return new($"{kind} {type.ToDisplayString(ContractWriter.TypeFormat)}", members.Count == 0 ? "{ }" : $"{{ {string.Join(", ", members)} }}");
    }

    /// <summary>The types that it is made of.</summary>
    public static IEnumerable<ITypeSymbol> TypesIn(INamedTypeSymbol type) =>
        type.TypeKind == TypeKind.Enum || JsonMark.Find(type, "JsonConverterAttribute") is not null
            ? []
            : PayloadProperties.Of(type).Select(p => p.Type).Concat(DerivedTypes(type).Select(d => d.Type));

    private static IEnumerable<(string Name, string Text)> Members(INamedTypeSymbol type)
    {
        if (type.TypeKind == TypeKind.Enum)
        {
            return type.GetMembers().OfType<IFieldSymbol>().Where(f => f.HasConstantValue).Select(f => (f.Name, f.Name));
        }

        if (JsonMark.Find(type, "JsonConverterAttribute") is { } converter)
        {
            var name = converter.ConstructorArguments.Select(a => a.Value).OfType<ITypeSymbol>().FirstOrDefault()?.ToDisplayString(ContractWriter.TypeFormat) ?? "own";
            return [("converter", "converter " + name)];
        }

        return PayloadProperties.Of(type).Select(Property)
            .Concat(DerivedTypes(type).Select(d => ("~" + d.Name, $"derived {ContractSyntax.Name(d.Name)}: {d.Type.ToDisplayString(ContractWriter.TypeFormat)}")));
    }

    private static (string Name, string Text) Property(IPropertySymbol property)
    {
        var name = PayloadProperties.WireName(property);
        return (name, $"{(property.IsRequired ? ContractWriter.Required : string.Empty)}{ContractSyntax.Name(name)}: {property.Type.ToDisplayString(ContractWriter.TypeFormat)}");
    }

    private static IEnumerable<(string Name, ITypeSymbol Type)> DerivedTypes(INamedTypeSymbol type)
    {
        foreach (var attribute in type.GetAttributes().Where(a => JsonMark.Is(a, "JsonDerivedTypeAttribute")))
        {
            if (attribute.ConstructorArguments.Select(a => a.Value).ToArray() is { Length: > 0 } arguments && arguments[0] is ITypeSymbol derived)
            {
                yield return (arguments.Skip(1).FirstOrDefault()?.ToString() ?? derived.Name, derived);
            }
        }
    }
}

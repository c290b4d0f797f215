using Holdfast.Generators.Sources;
using Microsoft.CodeAnalysis;

namespace Holdfast.Generators.Json;

/// <summary>Reads a property of an object.</summary>
internal static class JsonPropertyReader
{
    /// <summary>The model; null when the property is beyond what can be generated.</summary>
    /// <param name="property">The property.</param>
    /// <param name="isBound">True when a constructor parameter sets it.</param>
    /// <param name="checksRequired">True when the constructor leaves required members to the caller.</param>
    public static JsonPropertyModel? Read(IPropertySymbol property, bool isBound, bool checksRequired)
    {
        if (JsonPropertyAttributes.Of(property) is not { } attributes || property.ReturnsByRef || property.ReturnsByRefReadonly || IsForbidden(property))
        {
            return null;
        }

        var setter = attributes.IsIgnored ? JsonSetter.None : SetterOf(property, attributes, isBound);
        var accessor = setter == JsonSetter.Accessor ? AccessorOf(property) : null;
        if (setter == JsonSetter.Accessor && accessor is null)
        {
            return null;
        }

        var getter = property.GetMethod;
        if (attributes.IsIncluded && getter is { DeclaredAccessibility: not Accessibility.Public })
        {
            return null;
        }

        return new(
            property.Name,
            TypeText.OfRuntime(property.Type),
            TypeText.OfRuntime(property.ContainingType),
            getter is { DeclaredAccessibility: Accessibility.Public } && !attributes.IsIgnored,
            setter,
            accessor,
            attributes,
            property.IsVirtual || property.IsOverride || property.IsAbstract,
            attributes.IsRequired || (property.IsRequired && checksRequired));
    }

    /// <summary>True when the compiler refuses every use.</summary>
    private static bool IsForbidden(IPropertySymbol property) =>
        property.GetAttributes().Any(a => string.Equals(a.AttributeClass?.Name, nameof(ObsoleteAttribute), StringComparison.Ordinal) && a.ConstructorArguments.Any(c => c.Value is true));

    private static JsonSetter SetterOf(IPropertySymbol property, JsonPropertyAttributes attributes, bool isBound)
    {
        var setter = property.SetMethod;
        if (setter is null || (setter.DeclaredAccessibility != Accessibility.Public && !attributes.IsIncluded))
        {
            return JsonSetter.None;
        }

        if (setter.DeclaredAccessibility == Accessibility.Public && !setter.IsInitOnly)
        {
            return JsonSetter.Assignment;
        }

        // A constructor parameter takes the value; the resolver declines the one option for which the setter would matter.
        return isBound ? JsonSetter.None : JsonSetter.Accessor;
    }

    private static JsonAccessorModel? AccessorOf(IPropertySymbol property)
    {
        var declared = property.OriginalDefinition;
        var type = declared.ContainingType;
        if (type.Arity == 0)
        {
            return type.IsGenericType ? null : new(TypeText.OfRuntime(type), TypeText.OfRuntime(declared.Type), string.Empty, string.Empty);
        }

        return type.ContainingType is { IsGenericType: true } || type.TypeParameters.Any(IsConstrained)
            ? null
            : new(TypeText.OfRuntime(type), TypeText.OfRuntime(declared.Type), List(type.TypeParameters), List(property.ContainingType.TypeArguments));
    }

    private static bool IsConstrained(ITypeParameterSymbol parameter) =>
        parameter.HasConstructorConstraint || parameter.HasReferenceTypeConstraint || parameter.HasValueTypeConstraint || parameter.HasUnmanagedTypeConstraint || parameter.HasNotNullConstraint || !parameter.ConstraintTypes.IsEmpty;

    private static string List(IEnumerable<ITypeSymbol> types) => $"<{string.Join(", ", types.Select(TypeText.OfRuntime))}>";
}

using Holdfast.Generators.Definitions;
using Holdfast.Generators.Sources;
using Microsoft.CodeAnalysis;

namespace Holdfast.Generators.Json;

/// <summary>Reads classes, records and structs that are written as JSON objects.</summary>
internal static class JsonObjectReader
{
    public static (JsonTypeModel? Model, IEnumerable<ITypeSymbol> Parts) Read(INamedTypeSymbol type, string name, IAssemblySymbol within)
    {
        if (!IsPlainObject(type) || Constructor(type) is not { } constructor || Properties(type) is not { } properties)
        {
            return (null, []);
        }

        var parameters = constructor.Parameters;
        var bound = parameters.Select(p => Bound(p, properties)).ToList();
        var models = properties.Select(p => JsonPropertyReader.Read(p, bound.Contains(p, SymbolEqualityComparer.Default), !SetsRequiredMembers(constructor))).ToList();
        if (bound.Contains(null) || models.Contains(null) || bound.Any(p => JsonPropertyAttributes.Of(p!)!.IsIgnored) || CreationOf(type, constructor) is not { } creation)
        {
            return (null, []);
        }

        var parts = properties.Where(p => !JsonPropertyAttributes.Of(p)!.IsIgnored).Select(p => p.Type).ToList();
        var members = new JsonMembers(
            type.IsValueType,
            creation,
            new(parameters.Select(p => new JsonParameterModel(p.Name, TypeText.OfRuntime(p.Type), DefaultValueText.Of(p)))),
            new(models!));
        var references = parts.Select(TypeText.OfRuntime).Distinct(StringComparer.Ordinal);
        return (new(name, JsonShape.Object, null, EquatableArray<string>.Empty, null, members, new(references)), parts);
    }

    private static bool IsPlainObject(INamedTypeSymbol type) =>
        type.TypeKind is TypeKind.Class or TypeKind.Struct
        && !type.IsAbstract
        && !type.IsStatic
        && !type.IsTupleType
        && !IsOfPlatform(type)
        && !type.AllInterfaces.Any(i => i.SpecialType == SpecialType.System_Collections_IEnumerable)
        && TypeHierarchy.Of(type).All(t => !t.GetAttributes().Any(JsonAttributes.IsJson) && (t.SpecialType == SpecialType.System_ValueType || !IsOfPlatform(t)));

    /// <summary>The platform's types have converters and special cases of their own.</summary>
    private static bool IsOfPlatform(INamedTypeSymbol type)
    {
        var space = type.ContainingNamespace;
        while (space is { IsGlobalNamespace: false, ContainingNamespace.IsGlobalNamespace: false })
        {
            space = space.ContainingNamespace;
        }

        return space.Name is "System" or "Microsoft";
    }

    /// <summary>The constructor that reflection would choose; null when it would find none, or one that cannot be called here.</summary>
    private static IMethodSymbol? Constructor(INamedTypeSymbol type)
    {
        var marked = type.InstanceConstructors.Where(c => JsonAttributes.Has(c, "JsonConstructorAttribute")).ToList();
        if (marked.Count > 0)
        {
            return marked.Count == 1 && marked[0].DeclaredAccessibility == Accessibility.Public ? marked[0] : null;
        }

        var withoutParameters = type.InstanceConstructors.FirstOrDefault(c => c.Parameters.IsEmpty && c.DeclaredAccessibility == Accessibility.Public);
        var open = type.InstanceConstructors.Where(c => c.DeclaredAccessibility == Accessibility.Public).ToList();
        return withoutParameters ?? (open.Count == 1 ? open[0] : null);
    }

    private static JsonCreation? CreationOf(INamedTypeSymbol type, IMethodSymbol constructor)
    {
        var hasRequired = TypeHierarchy.Of(type).SelectMany(t => t.GetMembers()).Any(m => m is IPropertySymbol { IsRequired: true } or IFieldSymbol { IsRequired: true });
        if (!hasRequired || SetsRequiredMembers(constructor))
        {
            return JsonCreation.Constructor;
        }

        return constructor.Parameters.IsEmpty ? JsonCreation.Activator : null;
    }

    private static bool SetsRequiredMembers(IMethodSymbol constructor) =>
        constructor.GetAttributes().Any(a => string.Equals(a.AttributeClass?.Name, "SetsRequiredMembersAttribute", StringComparison.Ordinal));

    private static IPropertySymbol? Bound(IParameterSymbol parameter, List<IPropertySymbol> properties) =>
        parameter.RefKind == RefKind.None
            ? properties.FirstOrDefault(p => string.Equals(p.Name, parameter.Name, StringComparison.OrdinalIgnoreCase) && SymbolEqualityComparer.Default.Equals(p.Type, parameter.Type))
            : null;

    /// <summary>The properties that reflection would find, the type's own first; null when one of them, or a field, is beyond what can be generated.</summary>
    private static List<IPropertySymbol>? Properties(INamedTypeSymbol type)
    {
        var properties = new List<IPropertySymbol>();
        foreach (var member in TypeHierarchy.Of(type).SelectMany(t => t.GetMembers()).Where(m => !m.IsStatic))
        {
            switch (member)
            {
                case IPropertySymbol { IsIndexer: false } property when IsCandidate(property):
                    var known = properties.FirstOrDefault(p => string.Equals(p.Name, property.Name, StringComparison.Ordinal));
                    if (known is null)
                    {
                        properties.Add(property);
                    }
                    else if (!Overrides(known, property))
                    {
                        return null;
                    }

                    break;
                case IPropertySymbol or IFieldSymbol when member.GetAttributes().Any(JsonAttributes.IsJson):
                    return null;
                default:
                    break;
            }
        }

        return properties;
    }

    private static bool IsCandidate(IPropertySymbol property) =>
        property.GetMethod?.DeclaredAccessibility == Accessibility.Public || property.SetMethod?.DeclaredAccessibility == Accessibility.Public;

    private static bool Overrides(IPropertySymbol property, IPropertySymbol other)
    {
        for (var current = property.OverriddenProperty; current is not null; current = current.OverriddenProperty)
        {
            if (SymbolEqualityComparer.Default.Equals(current, other))
            {
                return true;
            }
        }

        return false;
    }
}

using Holdfast.Analyzers.Contracts;
using Microsoft.CodeAnalysis;

namespace Holdfast.Analyzers.Payloads;

/// <summary>Whether the serializer can create a class.</summary>
internal static class PayloadConstructor
{
    /// <summary>What is wrong, for people; null when it can.</summary>
    public static string? ProblemOf(INamedTypeSymbol type)
    {
        var constructors = type.InstanceConstructors.Where(c => c.DeclaredAccessibility == Accessibility.Public).ToList();
        if (type.InstanceConstructors.Any(c => JsonMark.Find(c, "JsonConstructorAttribute") is not null) || constructors.Exists(c => c.Parameters.IsEmpty))
        {
            return null;
        }

        return constructors.Count switch
        {
            0 => "has no public constructor",
            1 => UnmatchedParameterOf(constructors[0]) is { } parameter ? $"has a constructor whose parameter '{parameter}' is no property" : null,
            _ => "has several constructors, and none is marked [JsonConstructor]",
        };
    }

    private static string? UnmatchedParameterOf(IMethodSymbol constructor)
    {
        var properties = PayloadProperties.Of(constructor.ContainingType).Select(p => p.Name).ToList();
        return constructor.Parameters.FirstOrDefault(p => !properties.Contains(p.Name, StringComparer.OrdinalIgnoreCase))?.Name;
    }
}

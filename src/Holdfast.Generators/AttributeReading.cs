using Microsoft.CodeAnalysis;

namespace Holdfast.Generators;

/// <summary>Reads named arguments of attributes.</summary>
internal static class AttributeReading
{
    public static string? Text(this AttributeData attribute, string name) => attribute.Value(name) as string;

    public static int Number(this AttributeData attribute, string name) => attribute.Value(name) is int number ? number : 0;

    public static bool Flag(this AttributeData attribute, string name) => attribute.Value(name) is true;

    public static IEnumerable<ITypeSymbol> Types(this AttributeData attribute, string name) =>
        attribute.NamedArguments.Where(a => string.Equals(a.Key, name, StringComparison.Ordinal) && a.Value.Kind == TypedConstantKind.Array && !a.Value.IsNull)
            .SelectMany(a => a.Value.Values)
            .Select(v => v.Value)
            .OfType<ITypeSymbol>();

    public static string NameOr(this AttributeData attribute, string fallback) =>
        attribute.Text("Name") is { Length: > 0 } name ? name : fallback;

    private static object? Value(this AttributeData attribute, string name)
    {
        foreach (var argument in attribute.NamedArguments)
        {
            if (string.Equals(argument.Key, name, StringComparison.Ordinal))
            {
                return argument.Value.Value;
            }
        }

        return null;
    }
}

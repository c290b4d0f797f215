using Microsoft.CodeAnalysis;

namespace Holdfast.Generators.Json;

/// <summary>Types that the serializer has converters for.</summary>
internal static class JsonValueConverters
{
    private const string Services = "global::System.Text.Json.Serialization.Metadata.JsonMetadataServices.";

    private static readonly HashSet<string> SystemTypes = new(StringComparer.Ordinal)
    {
        "System.Boolean", "System.Byte", "System.SByte", "System.Char", "System.DateTime", "System.DateTimeOffset", "System.DateOnly", "System.TimeOnly", "System.Decimal",
        "System.Double", "System.Single", "System.Half", "System.Int16", "System.Int32", "System.Int64", "System.Int128", "System.UInt16", "System.UInt32", "System.UInt64",
        "System.UInt128", "System.Guid", "System.String", "System.Uri", "System.Version", "System.TimeSpan", "System.Object", "System.Text.Json.JsonElement",
        "System.Text.Json.JsonDocument", "System.Text.Json.Nodes.JsonNode", "System.Text.Json.Nodes.JsonArray", "System.Text.Json.Nodes.JsonObject", "System.Text.Json.Nodes.JsonValue",
    };

    /// <summary>Types that can be keys of a JSON object.</summary>
    private static readonly HashSet<string> KeyTypes = new(StringComparer.Ordinal)
    {
        "System.String", "System.Int32", "System.Int64", "System.Guid", "System.Boolean", "System.DateTime", "System.DateTimeOffset", "System.DateOnly", "System.Decimal", "System.UInt32", "System.UInt64", "System.Int16",
    };

    /// <summary>The converter as an expression; null when there is none.</summary>
    public static string? Of(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol { Rank: 1, ElementType.SpecialType: SpecialType.System_Byte } => Services + "ByteArrayConverter",
        INamedTypeSymbol { Arity: 1 } memory when memory.TypeArguments[0].SpecialType == SpecialType.System_Byte && FullName(memory) is "System.Memory" or "System.ReadOnlyMemory" => Services + memory.Name + "ByteConverter",
        INamedTypeSymbol { Arity: 0 } named when SystemTypes.Contains(FullName(named)) => Services + named.Name + "Converter",
        _ => null,
    };

    public static bool CanBeKey(ITypeSymbol type) => type is INamedTypeSymbol { Arity: 0 } named && KeyTypes.Contains(FullName(named));

    /// <summary>Namespace and name, without type arguments; just the name for a nested type.</summary>
    public static string FullName(INamedTypeSymbol type) => type.ContainingType is null ? type.ContainingNamespace.ToDisplayString() + "." + type.Name : type.Name;
}

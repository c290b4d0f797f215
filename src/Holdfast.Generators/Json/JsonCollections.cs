using Holdfast.Generators.Sources;
using Microsoft.CodeAnalysis;

namespace Holdfast.Generators.Json;

/// <summary>Collection types that metadata can be made for.</summary>
internal static class JsonCollections
{
    /// <summary>The model of a collection or dictionary; null when the type is neither, or of a kind that is left to reflection.</summary>
    public static JsonTypeModel? Read(INamedTypeSymbol type) => (JsonValueConverters.FullName(type), type.Arity) switch
    {
        ("System.Collections.Generic.List", 1) => Collection(type, "CreateListInfo", New(type)),
        ("System.Collections.Generic.HashSet", 1) => Collection(type, "CreateISetInfo", New(type)),
        ("System.Collections.Generic.IList", 1) => Collection(type, "CreateIListInfo", null),
        ("System.Collections.Generic.ICollection", 1) => Collection(type, "CreateICollectionInfo", null),
        ("System.Collections.Generic.ISet", 1) => Collection(type, "CreateISetInfo", null),
        ("System.Collections.Generic.IEnumerable" or "System.Collections.Generic.IReadOnlyCollection" or "System.Collections.Generic.IReadOnlyList", 1) => Collection(type, "CreateIEnumerableInfo", null),
        ("System.Collections.Generic.Dictionary", 2) => Dictionary(type, "CreateDictionaryInfo", New(type)),
        ("System.Collections.Generic.IDictionary", 2) => Dictionary(type, "CreateIDictionaryInfo", null),
        ("System.Collections.Generic.IReadOnlyDictionary", 2) => Dictionary(type, "CreateIReadOnlyDictionaryInfo", null),
        _ => null,
    };

    private static string New(INamedTypeSymbol type) => $"new {TypeText.OfRuntime(type)}()";

    private static JsonTypeModel Collection(INamedTypeSymbol type, string factory, string? creator) => Model(type, JsonShape.Collection, factory, creator);

    private static JsonTypeModel? Dictionary(INamedTypeSymbol type, string factory, string? creator) =>
        JsonValueConverters.CanBeKey(type.TypeArguments[0]) ? Model(type, JsonShape.Dictionary, factory, creator) : null;

    private static JsonTypeModel Model(INamedTypeSymbol type, JsonShape shape, string factory, string? creator)
    {
        var arguments = new EquatableArray<string>(type.TypeArguments.Select(TypeText.OfRuntime));
        return new(TypeText.OfRuntime(type), shape, factory, arguments, creator, null, arguments);
    }
}

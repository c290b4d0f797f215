using Holdfast.Generators.Definitions;
using Holdfast.Generators.Sources;
using Microsoft.CodeAnalysis;

namespace Holdfast.Generators.Json;

/// <summary>Reads the types in methods' signatures, and the types that those are made of.</summary>
/// <remarks>What cannot be described exactly as the serializer's reflection would is left out, and so left to reflection or to a context of the user.</remarks>
internal sealed class JsonTypeReader(IAssemblySymbol within)
{
    /// <summary>Types read for one definition at most, so that a type that contains ever larger types of itself comes to an end.</summary>
    private const int MaximumTypes = 1000;

    private readonly SortedDictionary<string, JsonTypeModel?> _types = new(StringComparer.Ordinal);

    public static EquatableArray<JsonTypeModel> Read(IAssemblySymbol within, IEnumerable<IMethodSymbol> methods)
    {
        var reader = new JsonTypeReader(within);
        foreach (var method in methods)
        {
            reader.Add(method);
        }

        return new(reader._types.Values.OfType<JsonTypeModel>());
    }

    private void Add(IMethodSymbol method)
    {
        foreach (var parameter in method.Parameters.Where(p => !MethodModel.IsCancellationToken(p.Type) && !DynamicRules.IsRaw(p.Type)))
        {
            Add(parameter.Type);
        }

        if (ReturnModel.ResultOf(method) is { } result)
        {
            Add(result);
        }
    }

    private void Add(ITypeSymbol root)
    {
        var pending = new Stack<ITypeSymbol>([root]);
        while (pending.Count > 0 && _types.Count < MaximumTypes)
        {
            var type = pending.Pop();
            var name = TypeText.OfRuntime(type);
            if (_types.ContainsKey(name))
            {
                continue;
            }

            var (model, parts) = ReadOne(type, name);
            _types.Add(name, model);
            foreach (var part in parts)
            {
                pending.Push(part);
            }
        }
    }

    private (JsonTypeModel? Model, IEnumerable<ITypeSymbol> Parts) ReadOne(ITypeSymbol type, string name)
    {
        if (MentionsDynamic(type) || !IsUsable(type))
        {
            return (null, []);
        }

        if (JsonValueConverters.Of(type) is { } converter)
        {
            return (Leaf(name, JsonShape.Value, converter), []);
        }

        return type switch
        {
            IArrayTypeSymbol { Rank: 1 } array => (Wrapper(name, JsonShape.Array, array.ElementType), [array.ElementType]),
            INamedTypeSymbol named => ReadNamed(named, name),
            _ => (null, []),
        };
    }

    private (JsonTypeModel? Model, IEnumerable<ITypeSymbol> Parts) ReadNamed(INamedTypeSymbol type, string name)
    {
        if (type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T)
        {
            return (Wrapper(name, JsonShape.Nullable, type.TypeArguments[0]), [type.TypeArguments[0]]);
        }

        if (type.GetAttributes().Any(JsonAttributes.IsJson))
        {
            return (ConverterOf(type) is { } converter ? Leaf(name, JsonShape.Value, converter) : null, []);
        }

        if (type.TypeKind == TypeKind.Enum)
        {
            return (Leaf(name, JsonShape.Enum, null), []);
        }

        return JsonCollections.Read(type) is { } collection ? (collection, type.TypeArguments) : JsonObjectReader.Read(type, name, within);
    }

    /// <summary>The converter that the type's only JSON attribute names.</summary>
    private string? ConverterOf(INamedTypeSymbol type)
    {
        var attributes = type.GetAttributes().Where(JsonAttributes.IsJson).ToList();
        return attributes.Count == 1
            && string.Equals(attributes[0].AttributeClass!.Name, "JsonConverterAttribute", StringComparison.Ordinal)
            && attributes[0].ConstructorArguments.Select(a => a.Value).FirstOrDefault() is INamedTypeSymbol converter
            && !converter.IsUnboundGenericType
            && IsUsable(converter)
            && converter.InstanceConstructors.Any(c => c.Parameters.IsEmpty && c.DeclaredAccessibility == Accessibility.Public)
            ? $"new {TypeText.OfRuntime(converter)}()"
            : null;
    }

    private bool IsUsable(ITypeSymbol type) =>
        type.TypeKind is not (TypeKind.Error or TypeKind.Pointer or TypeKind.FunctionPointer or TypeKind.TypeParameter or TypeKind.Delegate)
        && !type.IsRefLikeType
        && SymbolAccess.IsVisible(type, within);

    private static bool MentionsDynamic(ITypeSymbol type) => type switch
    {
        IDynamicTypeSymbol => true,
        IArrayTypeSymbol array => MentionsDynamic(array.ElementType),
        INamedTypeSymbol named => named.TypeArguments.Any(MentionsDynamic),
        _ => false,
    };

    private static JsonTypeModel Leaf(string name, JsonShape shape, string? maker) =>
        new(name, shape, maker, EquatableArray<string>.Empty, null, null, EquatableArray<string>.Empty);

    private static JsonTypeModel Wrapper(string name, JsonShape shape, ITypeSymbol inner)
    {
        var arguments = new EquatableArray<string>([TypeText.OfRuntime(inner)]);
        return new(name, shape, null, arguments, null, null, arguments);
    }
}

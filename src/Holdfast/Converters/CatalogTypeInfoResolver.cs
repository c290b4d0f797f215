using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Holdfast.Definitions;

namespace Holdfast;

/// <summary>Asks the metadata that generated code registered. The catalog grows as assemblies load, so it is read at each look-up; the options cache what is found.</summary>
internal sealed class CatalogTypeInfoResolver : IJsonTypeInfoResolver
{
    public JsonTypeInfo? GetTypeInfo(Type type, JsonSerializerOptions options)
    {
        foreach (var resolver in DefinitionCatalog.JsonResolvers)
        {
            if (resolver.GetTypeInfo(type, options) is { } found)
            {
                return found;
            }
        }

        return null;
    }
}

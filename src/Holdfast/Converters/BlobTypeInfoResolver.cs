using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Holdfast;

/// <summary>Gives blobs their converter before any other metadata is asked.</summary>
internal sealed class BlobTypeInfoResolver : IJsonTypeInfoResolver
{
    private static readonly BlobJsonConverter Converter = new();

    public JsonTypeInfo? GetTypeInfo(Type type, JsonSerializerOptions options) =>
        type == typeof(Blob) ? JsonMetadataServices.CreateValueInfo<Blob>(options, Converter) : null;
}

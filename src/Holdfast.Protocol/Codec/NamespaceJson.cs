using System.Text.Json;
using System.Text.Json.Serialization;

namespace Holdfast.Protocol.Codec;

/// <summary>JSON of stored namespaces.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, UseStringEnumConverter = true)]
[JsonSerializable(typeof(NamespaceInfo))]
internal sealed partial class NamespaceJson : JsonSerializerContext;

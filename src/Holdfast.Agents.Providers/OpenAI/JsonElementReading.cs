using System.Text.Json;

namespace Holdfast.Agents.Providers;

/// <summary>Reads properties that may be absent, null or of another kind than the API's description says.</summary>
internal static class JsonElementReading
{
    public static string? GetStringOrNull(this JsonElement parent, string name) =>
        Find(parent, name, JsonValueKind.String)?.GetString();

    public static JsonElement? GetObjectOrNull(this JsonElement parent, string name) => Find(parent, name, JsonValueKind.Object);

    public static JsonElement? GetArrayOrNull(this JsonElement parent, string name) => Find(parent, name, JsonValueKind.Array);

    public static long? GetInt64OrNull(this JsonElement parent, string name) =>
        Find(parent, name, JsonValueKind.Number) is { } number && number.TryGetInt64(out long value) ? value : null;

    private static JsonElement? Find(JsonElement parent, string name, JsonValueKind kind) =>
        parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(name, out JsonElement value) && value.ValueKind == kind ? value : null;
}

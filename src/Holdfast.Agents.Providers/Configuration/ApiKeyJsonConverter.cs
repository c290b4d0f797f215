using System.Text.Json;
using System.Text.Json.Serialization;

namespace Holdfast.Agents.Providers;

/// <summary>Writes a placeholder for the key and refuses to read one: keys come from the environment or configuration.</summary>
internal sealed class ApiKeyJsonConverter : JsonConverter<ApiKey>
{
    public override ApiKey Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new JsonException("An API key is never read from JSON.");

    public override void Write(Utf8JsonWriter writer, ApiKey value, JsonSerializerOptions options) =>
        writer.WriteStringValue(SecretRedactor.Replacement);
}

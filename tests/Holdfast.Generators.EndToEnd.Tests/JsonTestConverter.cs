using System.Text.Json;
using System.Text.Json.Serialization;
using Holdfast.Protocol;

namespace Holdfast.Generators.EndToEnd.Tests;

internal sealed class JsonTestConverter : IDataConverter
{
    public static readonly JsonTestConverter Instance = new();

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals };

    public Payload ToPayload<T>(T value) => new(Payload.JsonEncoding, JsonSerializer.SerializeToUtf8Bytes(value, Options));

    public T FromPayload<T>(Payload payload) => JsonSerializer.Deserialize<T>(payload.Data.Span, Options)!;
}

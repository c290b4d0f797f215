using System.Text.Json;
using Holdfast.Protocol;

namespace Holdfast.Client.Tests;

/// <summary>Plain JSON.</summary>
internal sealed class JsonTestConverter : IDataConverter
{
    public static readonly JsonTestConverter Instance = new();

    public Payload ToPayload<T>(T value) => value is null ? Payload.Null : new Payload(Payload.JsonEncoding, JsonSerializer.SerializeToUtf8Bytes(value));

    public T FromPayload<T>(Payload payload) => payload.Data.IsEmpty ? default! : JsonSerializer.Deserialize<T>(payload.Data.Span)!;
}

using System.Text.Json;
using System.Text.Json.Serialization;

namespace Holdfast;

/// <summary>Writes blobs as JSON, and notes which, so that the payload can say what it refers to.</summary>
internal sealed class BlobJsonConverter : JsonConverter<Blob>
{
    private static readonly JsonEncodedText Id = JsonEncodedText.Encode("id");
    private static readonly JsonEncodedText Length = JsonEncodedText.Encode("length");

    [ThreadStatic]
    private static List<string>? _noted;

    /// <summary>Begins to note; gives what was noted before, for <see cref="End"/>.</summary>
    public static List<string>? Begin()
    {
        var outer = _noted;
        _noted = null;
        return outer;
    }

    /// <summary>Ends noting; gives the IDs of the blobs that were written since <see cref="Begin"/>, null when there were none.</summary>
    /// <param name="outer">What <see cref="Begin"/> gave.</param>
    public static List<string>? End(List<string>? outer)
    {
        var inner = _noted;
        _noted = outer;
        return inner;
    }

    public override void Write(Utf8JsonWriter writer, Blob value, JsonSerializerOptions options)
    {
        (_noted ??= []).Add(value.Id);
        writer.WriteStartObject();
        writer.WriteString(Id, value.Id);
        writer.WriteNumber(Length, value.Length);
        writer.WriteEndObject();
    }

    public override Blob Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var document = JsonDocument.ParseValue(ref reader);
        string? id = null;
        long? length = null;
        if (document.RootElement.ValueKind is JsonValueKind.Object)
        {
            foreach (var property in document.RootElement.EnumerateObject())
            {
                if (property.Name.Equals("id", StringComparison.OrdinalIgnoreCase))
                {
                    id = property.Value.GetString();
                }
                else if (property.Name.Equals("length", StringComparison.OrdinalIgnoreCase))
                {
                    length = property.Value.GetInt64();
                }
            }
        }

        return id is not null && length is { } known ? new Blob(id, known) : throw new JsonException("A blob is an object with an id and a length.");
    }
}

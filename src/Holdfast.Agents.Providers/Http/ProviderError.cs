using System.Text.Json;

namespace Holdfast.Agents.Providers;

/// <summary>The error object in a provider's response.</summary>
/// <param name="Type">The provider's name of the error; null when it gave none.</param>
/// <param name="Message">Its text, not yet redacted.</param>
/// <param name="StatusCode">A status inside the object, as gateways put it into a stream; null when absent.</param>
internal sealed record ProviderError(string? Type, string Message, int? StatusCode = null)
{
    /// <summary>Reads <c>{"error":{…}}</c> and its relatives; text that is not JSON is itself the message.</summary>
    public static ProviderError Parse(string body)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(body);
            return TryRead(document.RootElement) ?? ReadObject(document.RootElement) ?? new ProviderError(null, body);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException) // the latter: a text that is not Unicode
        {
            return new ProviderError(null, body);
        }
    }

    /// <summary>The error inside a response that is an object with an <c>error</c>; null when there is none.</summary>
    public static ProviderError? TryRead(JsonElement response)
    {
        if (response.ValueKind != JsonValueKind.Object || !response.TryGetProperty("error", out JsonElement error))
        {
            return null;
        }

        return error.ValueKind switch
        {
            JsonValueKind.Object => ReadObject(error) ?? new ProviderError(null, error.GetRawText()),
            JsonValueKind.String => new ProviderError(null, error.GetString() ?? ""),
            _ => null,
        };
    }

    private static ProviderError? ReadObject(JsonElement error)
    {
        string? message = ReadString(error, "message") ?? ReadString(error, "detail");
        return message is null ? null : new ProviderError(ReadString(error, "type") ?? ReadString(error, "code"), message, ReadStatus(error));
    }

    private static string? ReadString(JsonElement parent, string name) =>
        parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;

    private static int? ReadStatus(JsonElement error) =>
        error.TryGetProperty("code", out JsonElement code) && code.ValueKind == JsonValueKind.Number && code.TryGetInt32(out int status) && status is >= 400 and <= 599
            ? status
            : null;
}

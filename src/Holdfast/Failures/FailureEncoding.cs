using System.Text.Json;
using Holdfast.Protocol;

namespace Holdfast;

/// <summary>Hides the message and stack trace of failures in a payload that passes through the codecs, and shows them again.</summary>
/// <remarks>The payload is JSON with message and stack_trace, as Temporal's SDKs write it, so that theirs can read it.</remarks>
internal static class FailureEncoding
{
    /// <summary>The message of a failure whose own is hidden.</summary>
    public const string HiddenMessage = "Encoded failure";

    private static readonly JsonEncodedText Message = JsonEncodedText.Encode("message");
    private static readonly JsonEncodedText StackTrace = JsonEncodedText.Encode("stack_trace");

    /// <summary>Hides message and stack trace when the converter says so.</summary>
    public static Failure Hide(Failure failure, IDataConverter converter) => converter is CodecDataConverter { EncodeFailures: true } codecs
        ? failure with { EncodedAttributes = codecs.Encode(new Payload(Payload.JsonEncoding, Write(failure))), Message = HiddenMessage, StackTrace = string.Empty }
        : failure;

    /// <summary>Shows what is hidden. A converter without codecs leaves what codecs have encoded as it is.</summary>
    public static Failure Show(Failure failure, IDataConverter converter)
    {
        if (failure.EncodedAttributes is not { } hidden)
        {
            return failure;
        }

        var readable = converter is CodecDataConverter codecs ? codecs.Decode(hidden) : hidden;
        return string.Equals(readable.Encoding, Payload.JsonEncoding, StringComparison.Ordinal) ? Read(failure, readable.Data) : failure;
    }

    private static byte[] Write(Failure failure)
    {
        var buffer = PooledJsonWriter.Rent();
        try
        {
            buffer.Writer.WriteStartObject();
            buffer.Writer.WriteString(Message, failure.Message);
            buffer.Writer.WriteString(StackTrace, failure.StackTrace);
            buffer.Writer.WriteEndObject();
            return buffer.ToArray();
        }
        finally
        {
            PooledJsonWriter.Return(buffer);
        }
    }

    private static Failure Read(Failure failure, ReadOnlyMemory<byte> json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return failure with { Message = Text(document, Message) ?? failure.Message, StackTrace = Text(document, StackTrace) ?? string.Empty };
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            throw new HoldfastException(ErrorCodes.PayloadCodecFailed, $"The hidden message of a failure is not the JSON that it should be: {exception.Message}", exception);
        }
    }

    private static string? Text(JsonDocument document, JsonEncodedText name) => document.RootElement.TryGetProperty(name.EncodedUtf8Bytes, out var value) ? value.GetString() : null;
}

using System.Diagnostics.CodeAnalysis;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Holdfast.Protocol;

namespace Holdfast;

/// <summary>Converts values to JSON payloads: camel-case names, enums as strings. Null becomes <see cref="Payload.Null"/>, byte arrays stay bytes.</summary>
public sealed class JsonDataConverter : IDataConverter
{
    /// <summary>The converter that is used when no other is configured.</summary>
    public static readonly JsonDataConverter Default = new();

    private readonly JsonSerializerOptions _options;

    /// <summary>Creates a converter.</summary>
    /// <param name="resolver">JSON metadata to ask first. After it come the metadata that the generator made, then reflection unless the host switched it off.</param>
    public JsonDataConverter(IJsonTypeInfoResolver? resolver = null)
    {
        _options = new JsonSerializerOptions(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
        _options.TypeInfoResolverChain.Add(new BlobTypeInfoResolver());
        if (resolver is not null)
        {
            _options.TypeInfoResolverChain.Add(resolver);
        }

        _options.TypeInfoResolverChain.Add(new CatalogTypeInfoResolver());
        if (JsonSerializer.IsReflectionEnabledByDefault)
        {
            AddReflection(_options);
        }

        _options.MakeReadOnly();
    }

    /// <inheritdoc/>
    public Payload ToPayload<T>(T value) => value switch
    {
        null => Payload.Null,
        byte[] bytes => new Payload(Payload.BinaryEncoding, bytes),
        ReadOnlyMemory<byte> bytes => new Payload(Payload.BinaryEncoding, bytes),
        Payload payload => payload,
        _ => ToJson(value),
    };

    /// <inheritdoc/>
    public T FromPayload<T>(Payload payload)
    {
        ArgumentNullException.ThrowIfNull(payload);
        if (typeof(T) == typeof(Payload))
        {
            return (T)(object)payload;
        }

        return payload.Encoding switch
        {
            Payload.JsonEncoding => FromJson<T>(payload),
            Payload.NullEncoding when default(T) is null => default!,
            Payload.BinaryEncoding when typeof(T) == typeof(byte[]) => (T)(object)payload.Data.ToArray(),
            Payload.BinaryEncoding when typeof(T) == typeof(ReadOnlyMemory<byte>) => (T)(object)payload.Data,
            Payload.NullEncoding or Payload.BinaryEncoding => throw new HoldfastException(ErrorCodes.ConversionFailed, $"A payload of encoding '{payload.Encoding}' cannot be read as {typeof(T)}."),
            ExternalPayload.Encoding => throw new HoldfastException(ErrorCodes.BlobStoreMissing, $"A payload of {ExternalPayload.BlobOf(payload).Length} bytes lies in the blob store, and none is configured here. Set WorkerBuilder.BlobStore and HoldfastClientOptions.BlobStore to the store that it was put in."),
            _ => throw new HoldfastException(ErrorCodes.PayloadCodecFailed, $"Nothing here reads payloads of encoding '{payload.Encoding}'. Give client and workers the codec that made it (CodecDataConverter)."),
        };
    }

    [UnconditionalSuppressMessage("Trimming", "IL2026", Justification = "Reached only when the host left reflection-based JSON enabled.")]
    [UnconditionalSuppressMessage("AOT", "IL3050", Justification = "Reached only when the host left reflection-based JSON enabled.")]
    private static void AddReflection(JsonSerializerOptions options)
    {
        options.Converters.Add(new JsonStringEnumConverter());
        options.TypeInfoResolverChain.Add(new DefaultJsonTypeInfoResolver());
    }

    private Payload ToJson<T>(T value)
    {
        var buffer = PooledJsonWriter.Rent();
        try
        {
            var blobs = Write(buffer.Writer, value);
            return new Payload(Payload.JsonEncoding, buffer.ToArray(), blobs is null ? null : BlobMarks.Of(blobs));
        }
        catch (Exception exception) when (exception is JsonException or NotSupportedException or InvalidOperationException)
        {
            throw new HoldfastException(ErrorCodes.ConversionFailed, $"A value of type {typeof(T)} cannot be written as JSON: {exception.Message}", exception);
        }
        finally
        {
            PooledJsonWriter.Return(buffer);
        }
    }

    /// <summary>Writes a value; gives the IDs of the blobs within it, null when there are none.</summary>
    private List<string>? Write<T>(Utf8JsonWriter writer, T value)
    {
        var outer = BlobJsonConverter.Begin();
        List<string>? blobs = null;
        try
        {
            JsonSerializer.Serialize(writer, value, TypeInfo<T>());
        }
        finally
        {
            blobs = BlobJsonConverter.End(outer);
        }

        return blobs;
    }

    private T FromJson<T>(Payload payload)
    {
        try
        {
            return JsonSerializer.Deserialize(payload.Data.Span, TypeInfo<T>())!;
        }
        catch (Exception exception) when (exception is JsonException or NotSupportedException or InvalidOperationException)
        {
            throw new HoldfastException(ErrorCodes.ConversionFailed, $"A JSON payload of {payload.Data.Length} bytes cannot be read as {typeof(T)}: {exception.Message}", exception);
        }
    }

    private JsonTypeInfo<T> TypeInfo<T>() => (JsonTypeInfo<T>)_options.GetTypeInfo(typeof(T));
}

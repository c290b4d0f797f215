using System.ComponentModel;
using Holdfast.Protocol;

namespace Holdfast;

/// <summary>A data converter with codecs: a value is converted to a payload, which passes through the codecs in their order; on the way back through the same codecs in reverse.</summary>
/// <remarks>
/// <para>So the codec that must see the value's own bytes comes first: <c>[new CompressionCodec(), new EncryptionCodec(keys)]</c>. Encrypted bytes do not compress.</para>
/// <para>Everything passes through the codecs: arguments, results, signals, queries, updates, memos, headers, details of heartbeats and failures. Search attributes never do, since
/// the engine must read them. The message and stack trace of failures do when <see cref="EncodeFailures"/> is set.</para>
/// <para>Client and workers need the same codecs. Threading: safe from any thread.</para>
/// </remarks>
public sealed class CodecDataConverter : IDataConverter, ISerializationContextAware<IDataConverter>
{
    /// <summary>Most codecs of a chain.</summary>
    public const int MaximumCodecs = 16;

    private readonly IDataConverter _values;
    private readonly IPayloadCodec[] _codecs;
    private readonly Action<HoldfastException>? _onTrouble;

    /// <summary>Creates a converter.</summary>
    /// <param name="codecs">The codecs, in the order of encoding; at most 16.</param>
    /// <param name="values">Converts values to payloads and back. Default: <see cref="JsonDataConverter.Default"/>.</param>
    /// <exception cref="HoldfastException"><see cref="ErrorCodes.InvalidArgument"/> when there are too many codecs.</exception>
    public CodecDataConverter(IReadOnlyList<IPayloadCodec> codecs, IDataConverter? values = null)
        : this([.. codecs], values ?? JsonDataConverter.Default, encodeFailures: false, context: null, onTrouble: null)
    {
        if (codecs.Count > MaximumCodecs)
        {
            throw new HoldfastException(ErrorCodes.InvalidArgument, $"A CodecDataConverter was given {codecs.Count} codecs; it takes at most {MaximumCodecs}.");
        }
    }

    private CodecDataConverter(IPayloadCodec[] codecs, IDataConverter values, bool encodeFailures, SerializationContext? context, Action<HoldfastException>? onTrouble)
    {
        _codecs = codecs;
        _values = values;
        _onTrouble = onTrouble;
        EncodeFailures = encodeFailures;
        Context = context;
    }

    /// <summary>True to send message and stack trace of failures through the codecs: the failure then reads "Encoded failure" to whoever has no codecs. Default false.</summary>
    public bool EncodeFailures { get; init; }

    /// <summary>What it converts for; null when that is not known.</summary>
    public SerializationContext? Context { get; }

    /// <inheritdoc/>
    public Payload ToPayload<T>(T value) => Encode(_values.ToPayload(value));

    /// <inheritdoc/>
    public T FromPayload<T>(Payload payload) => _values.FromPayload<T>(Decode(payload));

    /// <inheritdoc/>
    public IDataConverter WithContext(SerializationContext context) => With(context, _onTrouble);

    /// <summary>A converter for workflow code, which must not go on when a payload cannot be read now but may be later.</summary>
    /// <param name="context">The context.</param>
    /// <param name="onCodecTrouble">Told of each error of a codec before it is thrown.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public CodecDataConverter ForWorkflow(SerializationContext context, Action<HoldfastException> onCodecTrouble) => With(context, onCodecTrouble);

    /// <summary>Sends a payload through the codecs.</summary>
    public Payload Encode(Payload payload)
    {
        ArgumentNullException.ThrowIfNull(payload);
        var original = payload;
        foreach (var codec in _codecs)
        {
            try
            {
                payload = codec.Encode(payload);
            }
            catch (Exception exception)
            {
                throw Trouble(codec, exception, $"could not encode a payload of encoding '{payload.Encoding}' and {payload.Data.Length} bytes");
            }
        }

        return BlobMarks.Keep(original, payload);
    }

    /// <summary>Takes a payload back through the codecs.</summary>
    public Payload Decode(Payload payload)
    {
        ArgumentNullException.ThrowIfNull(payload);
        for (var i = _codecs.Length - 1; i >= 0; i--)
        {
            try
            {
                payload = _codecs[i].Decode(payload);
            }
            catch (Exception exception)
            {
                throw Trouble(_codecs[i], exception, $"could not decode a payload of encoding '{payload.Encoding}' and {payload.Data.Length} bytes");
            }
        }

        return payload;
    }

    private CodecDataConverter With(SerializationContext context, Action<HoldfastException>? trouble)
    {
        ArgumentNullException.ThrowIfNull(context);
        var inContext = Array.ConvertAll(_codecs, c => c is ISerializationContextAware<IPayloadCodec> aware ? aware.WithContext(context) : c);
        return new CodecDataConverter(inContext, _values is ISerializationContextAware<IDataConverter> converter ? converter.WithContext(context) : _values, EncodeFailures, context, trouble);
    }

    private HoldfastException Trouble(IPayloadCodec codec, Exception exception, string what)
    {
        var trouble = exception as HoldfastException
            ?? new HoldfastException(ErrorCodes.PayloadCodecFailed, $"{codec.GetType().Name} {what}: {exception.Message}", exception);
        _onTrouble?.Invoke(trouble);
        return trouble;
    }
}

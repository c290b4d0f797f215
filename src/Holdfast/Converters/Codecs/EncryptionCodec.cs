using System.Security.Cryptography;
using Holdfast.Protocol;

namespace Holdfast;

/// <summary>Encrypts payloads with AES-256-GCM: a fresh random nonce for each, the key's ID beside it in the clear.</summary>
/// <remarks>
/// <para>An encrypted payload has the encoding <see cref="Encoding"/>; its bytes are a nonce of 12 bytes, the encrypted payload as it was (with its own encoding and
/// metadata), and a tag of 16 bytes. A payload that is not encrypted is read as it is: encryption can be switched on while runs are under way.</para>
/// <para>Random nonces are safe for 2³² payloads of one key: rotate keys long before. Threading: safe from any thread.</para>
/// </remarks>
public sealed class EncryptionCodec : IPayloadCodec, ISerializationContextAware<IPayloadCodec>
{
    /// <summary>Encoding of encrypted payloads.</summary>
    public const string Encoding = "binary/encrypted";

    /// <summary>Metadata that names the key.</summary>
    public const string KeyIdMetadata = "encryption-key-id";

    /// <summary>Metadata that says what the payload is bound to; absent when to nothing.</summary>
    public const string BindingMetadata = "encryption-binding";

    private const int NonceBytes = 12;
    private const int TagBytes = 16;
    private const char Separator = '\0';

    private readonly IEncryptionKeySource _keys;
    private readonly EncryptionBinding _binding;
    private readonly Action<Span<byte>> _fillNonce;
    private readonly SerializationContext? _context;

    /// <summary>Creates a codec.</summary>
    /// <param name="keys">The keys.</param>
    /// <param name="binding">What payloads are bound to. Default: the namespace.</param>
    public EncryptionCodec(IEncryptionKeySource keys, EncryptionBinding binding = EncryptionBinding.Namespace)
        : this(keys, binding, RandomNumberGenerator.Fill, context: null) => ArgumentNullException.ThrowIfNull(keys);

    /// <summary>Creates a codec whose nonces come from elsewhere than the system, for simulations: a nonce that comes twice with one key gives away what both payloads were.</summary>
    internal EncryptionCodec(IEncryptionKeySource keys, EncryptionBinding binding, Action<Span<byte>> fillNonce)
        : this(keys, binding, fillNonce, context: null)
    {
    }

    private EncryptionCodec(IEncryptionKeySource keys, EncryptionBinding binding, Action<Span<byte>> fillNonce, SerializationContext? context)
    {
        _keys = keys;
        _binding = binding;
        _fillNonce = fillNonce;
        _context = context;
    }

    private EncryptionBinding BindingHere => (_binding, _context) switch
    {
        (_, null) => EncryptionBinding.None,
        (EncryptionBinding.Workflow, { Use: PayloadUse.Failure or PayloadUse.HeartbeatDetails }) => EncryptionBinding.Namespace,
        _ => _binding,
    };

    /// <inheritdoc/>
    public IPayloadCodec WithContext(SerializationContext context) => new EncryptionCodec(_keys, _binding, _fillNonce, context);

    /// <inheritdoc/>
    public Payload Encode(Payload payload)
    {
        ArgumentNullException.ThrowIfNull(payload);
        var keyId = _keys.CurrentKeyId;
        var bound = BindingHere;
        var size = PayloadEnvelope.SizeOf(payload);
        var plain = new byte[size];
        var sealedBytes = new byte[NonceBytes + size + TagBytes];
        PayloadEnvelope.Write(payload, plain);
        var nonce = sealedBytes.AsSpan(0, NonceBytes);
        _fillNonce(nonce);
        using var aes = new AesGcm(KeyOf(keyId).Span, TagBytes);
        aes.Encrypt(nonce, plain, sealedBytes.AsSpan(NonceBytes, size), sealedBytes.AsSpan(NonceBytes + size), AssociatedData(bound));
        CryptographicOperations.ZeroMemory(plain);
        return new Payload(Encoding, sealedBytes, MetadataOf(keyId, bound));
    }

    /// <inheritdoc/>
    public Payload Decode(Payload payload)
    {
        ArgumentNullException.ThrowIfNull(payload);
        if (!string.Equals(payload.Encoding, Encoding, StringComparison.Ordinal))
        {
            return payload;
        }

        var keyId = payload.Metadata.TryGet(KeyIdMetadata, out var id) ? Encoding8(id) : throw Unreadable("it does not name its key");
        var bytes = payload.Data.Span;
        if (bytes.Length < NonceBytes + TagBytes)
        {
            throw Unreadable($"it has {bytes.Length} bytes, too few to be encrypted");
        }

        var plain = new byte[bytes.Length - NonceBytes - TagBytes];
        using var aes = new AesGcm(KeyOf(keyId).Span, TagBytes);
        try
        {
            aes.Decrypt(bytes[..NonceBytes], bytes[NonceBytes..^TagBytes], bytes[^TagBytes..], plain, AssociatedData(BindingOf(payload)));
        }
        catch (AuthenticationTagMismatchException exception)
        {
            throw Unreadable($"key '{keyId}' does not open it: it was changed, belongs to another workflow or namespace, or was encrypted with another key of that ID", exception);
        }

        return PayloadEnvelope.Read(plain);
    }

    private static PayloadMetadata MetadataOf(string keyId, EncryptionBinding bound)
    {
        KeyValuePair<string, ReadOnlyMemory<byte>> key = new(KeyIdMetadata, System.Text.Encoding.UTF8.GetBytes(keyId));
        return bound is EncryptionBinding.None ? new PayloadMetadata([key]) : new PayloadMetadata([key, new(BindingMetadata, System.Text.Encoding.UTF8.GetBytes(NameOf(bound)))]);
    }

    private static string NameOf(EncryptionBinding bound) => bound is EncryptionBinding.Namespace ? "namespace" : "workflow";

    private static EncryptionBinding BindingOf(Payload payload) => !payload.Metadata.TryGet(BindingMetadata, out var name)
        ? EncryptionBinding.None
        : Encoding8(name) switch
        {
            "namespace" => EncryptionBinding.Namespace,
            "workflow" => EncryptionBinding.Workflow,
            var other => throw Unreadable($"it is bound to '{other}', which this version does not know"),
        };

    private static string Encoding8(ReadOnlyMemory<byte> bytes) => System.Text.Encoding.UTF8.GetString(bytes.Span);

    private static HoldfastException Unreadable(string why, Exception? cause = null) => new(ErrorCodes.PayloadCodecFailed, $"An encrypted payload cannot be read: {why}.", cause);

    private byte[]? AssociatedData(EncryptionBinding bound) => bound switch
    {
        EncryptionBinding.None => null,
        _ when _context is null => throw Unreadable($"it is bound to its {NameOf(bound)}, and the converter was given no context. Use CodecDataConverter.WithContext"),
        EncryptionBinding.Namespace => System.Text.Encoding.UTF8.GetBytes(_context.Namespace),
        _ => System.Text.Encoding.UTF8.GetBytes(_context.Namespace + Separator + _context.WorkflowId),
    };

    private ReadOnlyMemory<byte> KeyOf(string keyId) => _keys.TryGetKey(keyId, out var key) && key.Length == EncryptionKeyRing.KeyBytes
        ? key
        : throw new HoldfastException(ErrorCodes.EncryptionKeyUnknown, $"The encryption key '{keyId}' is not known here (or is not of {EncryptionKeyRing.KeyBytes} bytes). Make it known to every worker and client before it is used, and keep it while anything that it encrypted is kept.");
}

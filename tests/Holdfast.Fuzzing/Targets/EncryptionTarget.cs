using System.Security.Cryptography;
using System.Text;
using Holdfast.Protocol;

namespace Holdfast.Fuzzing;

/// <summary>Encrypted payloads: their bytes and their metadata, which lie in the clear. Only the one that was sealed opens.</summary>
internal sealed class EncryptionTarget() : FuzzTarget("encryption", ErrorCodes.CorruptData, ErrorCodes.PayloadCodecFailed, ErrorCodes.EncryptionKeyUnknown)
{
    private const int NonceBytes = 12;
    private const int TagBytes = 16;
    private static readonly byte[] Key = new byte[EncryptionKeyRing.KeyBytes];
    private static readonly IPayloadCodec Codec = new EncryptionCodec(new EncryptionKeyRing("k1", Key)).WithContext(new SerializationContext { Namespace = "default", WorkflowId = "order" });

    public override IReadOnlyList<byte[]> Samples { get; } =
    [
        EncodedSamples.Of(w => Holdfast.Protocol.Codec.PayloadsCodec.Write(w, Payloads.Of(Sealed()))),
    ];

    public override IReadOnlyList<byte[]> Words { get; } = HostileWords.Texts(EncryptionCodec.KeyIdMetadata, EncryptionCodec.BindingMetadata, EncryptionCodec.Encoding, "namespace", "workflow", "k1");

    public override void Read(byte[] input)
    {
        foreach (var payload in Holdfast.Protocol.Codec.PayloadsCodec.Read(input))
        {
            var decoded = Codec.Decode(payload);
            Require(payload.Encoding != EncryptionCodec.Encoding || decoded.Equals(EncodedSamples.Json), "only what was encrypted opens");
        }
    }

    /// <summary>As the codec seals, but with a nonce that is always the same.</summary>
    private static Payload Sealed()
    {
        var size = PayloadEnvelope.SizeOf(EncodedSamples.Json);
        var plain = new byte[size];
        PayloadEnvelope.Write(EncodedSamples.Json, plain);
        var bytes = new byte[NonceBytes + size + TagBytes];
        using AesGcm aes = new(Key, TagBytes);
        aes.Encrypt(bytes.AsSpan(0, NonceBytes), plain, bytes.AsSpan(NonceBytes, size), bytes.AsSpan(NonceBytes + size), Encoding.UTF8.GetBytes("default"));
        return new Payload(EncryptionCodec.Encoding, bytes, new PayloadMetadata([new(EncryptionCodec.KeyIdMetadata, Encoding.UTF8.GetBytes("k1")), new(EncryptionCodec.BindingMetadata, Encoding.UTF8.GetBytes("namespace"))]));
    }
}

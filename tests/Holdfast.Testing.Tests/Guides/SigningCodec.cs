using System.Security.Cryptography;
using Holdfast.Protocol;

namespace Holdfast.Testing.Tests;

public sealed class SigningCodec(byte[] key) : IPayloadCodec
{
    private const string Encoding = "binary/signed";

    public Payload Encode(Payload payload)
    {
        PayloadMetadata inner = new([.. payload.Metadata, new("inner", Bytes(payload.Encoding)), new("mac", Sign(payload.Data))]);
        return new Payload(Encoding, payload.Data, inner);
    }

    public Payload Decode(Payload payload)
    {
        if (payload.Encoding != Encoding || !payload.Metadata.TryGet("inner", out var inner) || !payload.Metadata.TryGet("mac", out var mac))
        {
            return payload;
        }

        if (!CryptographicOperations.FixedTimeEquals(mac.Span, Sign(payload.Data)))
        {
            throw new CryptographicException("The signature does not fit.");
        }

        PayloadMetadata outer = new(payload.Metadata.Where(m => m.Key is not ("inner" or "mac")));
        return new Payload(System.Text.Encoding.UTF8.GetString(inner.Span), payload.Data, outer);
    }

    private static byte[] Bytes(string text) => System.Text.Encoding.UTF8.GetBytes(text);

    private byte[] Sign(ReadOnlyMemory<byte> data) => HMACSHA256.HashData(key, data.Span);
}

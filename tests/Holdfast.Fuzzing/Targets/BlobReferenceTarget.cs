using System.Security.Cryptography;
using Holdfast.Protocol;
using Holdfast.Protocol.Codec;

namespace Holdfast.Fuzzing;

/// <summary>Payloads that stand for a blob.</summary>
internal sealed class BlobReferenceTarget() : FuzzTarget("blob-references", ErrorCodes.CorruptData, ErrorCodes.InvalidArgument)
{
    private const int LongestRestored = 4096;

    public override IReadOnlyList<byte[]> Samples { get; } =
    [
        EncodedSamples.Of(w => PayloadsCodec.Write(w, Payloads.Of(ExternalPayload.Of(EncodedSamples.WithMetadata, new BlobReference(BlobId.Of(SHA256.HashData([1])), EncodedSamples.WithMetadata.Data.Length))))),
    ];

    public override IReadOnlyList<byte[]> Words { get; } = HostileWords.Texts(ExternalPayload.HashMetadata, ExternalPayload.LengthMetadata, ExternalPayload.EncodingMetadata, ExternalPayload.Encoding);

    public override void Read(byte[] input)
    {
        var payloads = PayloadsCodec.Read(input);
        for (var i = 0; i < payloads.Count; i++)
        {
            var blob = ExternalPayload.BlobOf(payloads[i]);
            if (blob.Length <= LongestRestored)
            {
                _ = ExternalPayload.Restore(payloads[i], new byte[blob.Length]);
            }
        }
    }
}

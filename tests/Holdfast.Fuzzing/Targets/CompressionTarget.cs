using System.Text;
using Holdfast.Protocol;

namespace Holdfast.Fuzzing;

/// <summary>Compressed payloads.</summary>
internal sealed class CompressionTarget() : FuzzTarget("compression", ErrorCodes.PayloadCodecFailed, ErrorCodes.PayloadExpandsTooFar)
{
    private const int MostDecodedBytes = 256 * 1024;
    private static readonly CompressionCodec Codec = new(new CompressionCodecOptions { MinimumBytes = 0, MaximumDecodedBytes = MostDecodedBytes });

    public override IReadOnlyList<byte[]> Samples { get; } =
    [
        Codec.Encode(new Payload(Payload.JsonEncoding, Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, 200))))).Data.ToArray(),
        Codec.Encode(new Payload(Payload.BinaryEncoding, new byte[100_000])).Data.ToArray(),
    ];

    public override long AllowanceBytes(int inputBytes) => FixedAllowanceBytes + (8 * MostDecodedBytes);

    public override void Read(byte[] input) => Require(Codec.Decode(new Payload(CompressionCodec.Encoding, input)).Data.Length <= MostDecodedBytes, "no more is decoded than allowed");
}

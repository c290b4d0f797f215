using System.IO.Compression;
using System.Text;
using Holdfast.Protocol;

namespace Holdfast.Tests;

public sealed class Compressing
{
    private static readonly CompressionCodec Codec = new();

    [Fact]
    public void A_large_payload_shrinks_and_comes_back_with_encoding_and_metadata()
    {
        var payload = new Payload(Payload.JsonEncoding, Text(10_000), new PayloadMetadata([new("kind", new byte[] { 1, 2 })]));
        var encoded = Codec.Encode(payload);
        Assert.Equal(CompressionCodec.Encoding, encoded.Encoding);
        Assert.True(encoded.Data.Length < payload.Data.Length / 10);
        Assert.Equal(payload, Codec.Decode(encoded));
    }

    [Fact]
    public void What_is_small_or_does_not_shrink_is_left_alone()
    {
        var small = new Payload(Payload.JsonEncoding, Text(CompressionCodecOptions.DefaultMinimumBytes - 1));
        var noise = new byte[20_000];
        new Random(1).NextBytes(noise);
        var random = new Payload(Payload.BinaryEncoding, noise);
        Assert.Same(small, Codec.Encode(small));
        Assert.Same(random, Codec.Encode(random));
        Assert.Same(Payload.Null, Codec.Encode(Payload.Null));
    }

    [Fact]
    public void A_payload_of_another_encoding_is_read_as_it_is()
    {
        var payload = new Payload(Payload.JsonEncoding, Text(5_000));
        Assert.Same(payload, Codec.Decode(payload));
    }

    [Fact]
    public void A_decompression_bomb_is_refused_at_the_limit()
    {
        var bomb = new CompressionCodec().Encode(new Payload(Payload.BinaryEncoding, new byte[8 << 20]));
        Assert.True(bomb.Data.Length < 1_000);
        var careful = new CompressionCodec(new CompressionCodecOptions { MaximumDecodedBytes = 1 << 20 });
        Assert.Equal(ErrorCodes.PayloadExpandsTooFar, Assert.Throws<HoldfastException>(() => careful.Decode(bomb)).Code);
    }

    [Fact]
    public void Damaged_bytes_are_an_error_and_nothing_else()
    {
        var encoded = Codec.Encode(new Payload(Payload.JsonEncoding, Text(5_000)));
        Assert.Equal(ErrorCodes.PayloadCodecFailed, Assert.Throws<HoldfastException>(() => Codec.Decode(new Payload(encoded.Encoding, encoded.Data[..^3]))).Code);
        Assert.Equal(ErrorCodes.PayloadCodecFailed, Assert.Throws<HoldfastException>(() => Codec.Decode(new Payload(encoded.Encoding, Text(500)))).Code);
    }

    [Fact]
    public void Bytes_that_are_no_payload_are_an_error_and_nothing_else()
    {
        var random = new Random(7);
        for (var i = 0; i < 500; i++)
        {
            var bytes = new byte[random.Next(1, 60)];
            random.NextBytes(bytes);
            var compressed = new byte[BrotliEncoder.GetMaxCompressedLength(bytes.Length)];
            Assert.True(BrotliEncoder.TryCompress(bytes, compressed, out var written));
            var payload = new Payload(CompressionCodec.Encoding, compressed.AsMemory(0, written));
            var error = Record.Exception(() => Codec.Decode(payload));
            Assert.True(error is null or HoldfastException { Code.Number: 3103 }, error?.ToString());
        }
    }

    [Theory]
    [InlineData(-1, 4, 1)]
    [InlineData(0, 12, 1)]
    [InlineData(0, 4, 0)]
    public void Options_out_of_range_are_refused(int minimum, int quality, int maximum) =>
        Assert.Throws<HoldfastException>(() => new CompressionCodec(new CompressionCodecOptions { MinimumBytes = minimum, Quality = quality, MaximumDecodedBytes = maximum }));

    private static byte[] Text(int bytes) => Encoding.UTF8.GetBytes(new string('a', bytes));
}

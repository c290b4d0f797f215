using System.Text;
using Holdfast.Protocol;

namespace Holdfast.Tests;

public sealed class Encrypting
{
    private static readonly SerializationContext Order = new() { Namespace = "shop", WorkflowId = "order-1" };
    private static readonly Payload Secret = new(Payload.JsonEncoding, Encoding.UTF8.GetBytes("\"4111 1111 1111 1111\""), new PayloadMetadata([new("kind", new byte[] { 9 })]));

    [Fact]
    public void A_payload_is_hidden_and_comes_back_with_encoding_and_metadata()
    {
        var codec = new EncryptionCodec(Keys("k1"));
        var encoded = codec.Encode(Secret);
        Assert.Equal(EncryptionCodec.Encoding, encoded.Encoding);
        Assert.DoesNotContain("4111", Encoding.Latin1.GetString(encoded.Data.Span), StringComparison.Ordinal);
        Assert.True(encoded.Metadata.TryGet(EncryptionCodec.KeyIdMetadata, out var id));
        Assert.Equal("k1", Encoding.UTF8.GetString(id.Span));
        Assert.Equal(Secret, codec.Decode(encoded));
    }

    [Fact]
    public void Equal_payloads_look_different() =>
        Assert.NotEqual(new EncryptionCodec(Keys("k1")).Encode(Secret), new EncryptionCodec(Keys("k1")).Encode(Secret));

    [Fact]
    public void After_rotation_old_payloads_are_read_and_new_ones_use_the_new_key()
    {
        var keys = Keys("k1");
        var codec = new EncryptionCodec(keys);
        var old = codec.Encode(Secret);
        keys.Add("k2", Key(2)).UseForEncoding("k2");
        var young = codec.Encode(Secret);
        Assert.True(young.Metadata.TryGet(EncryptionCodec.KeyIdMetadata, out var id));
        Assert.Equal("k2", Encoding.UTF8.GetString(id.Span));
        Assert.Equal(Secret, codec.Decode(old));
        Assert.Equal(Secret, codec.Decode(young));
    }

    [Fact]
    public void A_key_that_is_not_known_is_an_error_that_names_it()
    {
        var encoded = new EncryptionCodec(Keys("k1")).Encode(Secret);
        var error = Assert.Throws<HoldfastException>(() => new EncryptionCodec(Keys("k2")).Decode(encoded));
        Assert.Equal(ErrorCodes.EncryptionKeyUnknown, error.Code);
        Assert.Contains("'k1'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_changed_byte_is_noticed()
    {
        var codec = new EncryptionCodec(Keys("k1"));
        var encoded = codec.Encode(Secret);
        for (var i = 0; i < encoded.Data.Length; i++)
        {
            var bytes = encoded.Data.ToArray();
            bytes[i] ^= 1;
            Assert.Equal(ErrorCodes.PayloadCodecFailed, Assert.Throws<HoldfastException>(() => codec.Decode(new Payload(encoded.Encoding, bytes, encoded.Metadata))).Code);
        }

        Assert.Equal(ErrorCodes.PayloadCodecFailed, Assert.Throws<HoldfastException>(() => codec.Decode(new Payload(encoded.Encoding, encoded.Data[..20], encoded.Metadata))).Code);
    }

    [Theory]
    [InlineData(EncryptionBinding.None, "other", "order-2", true)]
    [InlineData(EncryptionBinding.Namespace, "shop", "order-2", true)]
    [InlineData(EncryptionBinding.Namespace, "other", "order-1", false)]
    [InlineData(EncryptionBinding.Workflow, "shop", "order-1", true)]
    [InlineData(EncryptionBinding.Workflow, "shop", "order-2", false)]
    public void A_payload_opens_only_where_it_is_bound_to(EncryptionBinding binding, string @namespace, string workflowId, bool opens)
    {
        var codec = new EncryptionCodec(Keys("k1"), binding);
        var encoded = codec.WithContext(Order).Encode(Secret);
        var elsewhere = codec.WithContext(new SerializationContext { Namespace = @namespace, WorkflowId = workflowId });
        Assert.Equal(opens, Record.Exception(() => elsewhere.Decode(encoded)) is null);
    }

    [Fact]
    public void Failures_and_heartbeats_that_travel_to_other_workflows_open_there()
    {
        var codec = new EncryptionCodec(Keys("k1"), EncryptionBinding.Workflow);
        var encoded = codec.WithContext(Order with { Use = PayloadUse.Failure }).Encode(Secret);
        Assert.Equal(Secret, codec.WithContext(Order with { WorkflowId = "parent" }).Decode(encoded));
    }

    [Fact]
    public void A_bound_payload_without_context_is_an_error_that_says_what_to_do()
    {
        var codec = new EncryptionCodec(Keys("k1"));
        var encoded = codec.WithContext(Order).Encode(Secret);
        Assert.Contains("WithContext", Assert.Throws<HoldfastException>(() => codec.Decode(encoded)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_key_ring_refuses_what_could_not_be_undone()
    {
        var keys = Keys("k1");
        Assert.Equal(ErrorCodes.InvalidArgument, Assert.Throws<HoldfastException>(() => keys.Add("k1", Key(9))).Code);
        Assert.Equal(ErrorCodes.InvalidArgument, Assert.Throws<HoldfastException>(() => keys.Add("k2", new byte[16])).Code);
        Assert.Equal(ErrorCodes.InvalidArgument, Assert.Throws<HoldfastException>(() => keys.Add("", Key(2))).Code);
        Assert.Equal(ErrorCodes.EncryptionKeyUnknown, Assert.Throws<HoldfastException>(() => keys.UseForEncoding("k2")).Code);
        Assert.Equal("k1", keys.CurrentKeyId);
    }

    private static EncryptionKeyRing Keys(string id) => new(id, Key(1));

    private static byte[] Key(byte seed) => [.. Enumerable.Repeat(seed, EncryptionKeyRing.KeyBytes)];
}

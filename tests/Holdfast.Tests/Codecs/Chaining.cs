using System.Text;
using Holdfast.Protocol;

namespace Holdfast.Tests;

public sealed class Chaining
{
    private static readonly SerializationContext Context = new() { Namespace = "shop", WorkflowId = "order-1" };
    private static readonly EncryptionKeyRing Keys = new("k1", new byte[EncryptionKeyRing.KeyBytes]);

    [Fact]
    public void Codecs_run_in_order_and_back_in_reverse()
    {
        var converter = new CodecDataConverter([new Tagging("a"), new Tagging("b")]);
        var payload = converter.ToPayload(7);
        Assert.Equal("7ab", Encoding.UTF8.GetString(payload.Data.Span));
        Assert.Equal(7, converter.FromPayload<int>(payload));
    }

    [Fact]
    public void Values_of_every_kind_come_back()
    {
        var converter = new CodecDataConverter([new CompressionCodec(), new EncryptionCodec(Keys)]).WithContext(Context);
        string?[] texts = [null, string.Empty, "é", new string('x', 100_000)];
        Assert.All(texts, t => Assert.Equal(t, converter.FromPayload<string?>(converter.ToPayload(t))));
        byte[] bytes = [1, 2, 3];
        Assert.Equal(bytes, converter.FromPayload<byte[]>(converter.ToPayload(bytes)));
        Assert.Equal(EncryptionCodec.Encoding, converter.ToPayload<string?>(null).Encoding);
    }

    [Fact]
    public void What_was_written_before_the_codecs_came_is_read()
    {
        var old = JsonDataConverter.Default.ToPayload("old");
        Assert.Equal("old", new CodecDataConverter([new CompressionCodec(), new EncryptionCodec(Keys)]).FromPayload<string>(old));
    }

    [Fact]
    public void An_exception_of_a_codec_gets_a_code_and_the_codecs_name()
    {
        var error = Assert.Throws<HoldfastException>(() => new CodecDataConverter([new Throwing()]).ToPayload(1));
        Assert.Equal(ErrorCodes.PayloadCodecFailed, error.Code);
        Assert.Contains(nameof(Throwing), error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_reader_without_the_codec_says_what_is_missing()
    {
        var encrypted = new CodecDataConverter([new EncryptionCodec(Keys)]).ToPayload(1);
        var error = Assert.Throws<HoldfastException>(() => JsonDataConverter.Default.FromPayload<int>(encrypted));
        Assert.Equal(ErrorCodes.PayloadCodecFailed, error.Code);
        Assert.Contains("binary/encrypted", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Failures_are_hidden_when_asked_for_and_shown_to_whoever_has_the_codecs()
    {
        var converter = (CodecDataConverter)new CodecDataConverter([new EncryptionCodec(Keys)]) { EncodeFailures = true }.WithContext(Context);
        var failure = FailureConverter.ToFailure(Thrown(new ApplicationFailureException("card 4111 refused", "Refused", details: [42], innerException: new FormatException("4111"))), converter);
        Assert.Equal(("Encoded failure", string.Empty), (failure.Message, failure.StackTrace));
        Assert.Equal("Encoded failure", failure.Cause!.Message);
        Assert.DoesNotContain("4111", failure.ToString(), StringComparison.Ordinal);

        var shown = Assert.IsType<ApplicationFailureException>(FailureConverter.ToException(failure, converter));
        Assert.Equal(("card 4111 refused", 42, "4111"), (shown.Message, shown.Details.Get<int>(0), shown.InnerException!.Message));
        Assert.Contains(nameof(Thrown), shown.StackTrace, StringComparison.Ordinal);
        Assert.Same(failure, FailureConverter.ToFailure(shown, converter));
        Assert.Equal("Encoded failure", FailureConverter.ToException(failure, JsonDataConverter.Default).Message);
    }

    [Fact]
    public void Hidden_messages_are_the_JSON_that_other_SDKs_write()
    {
        var failure = FailureConverter.ToFailure(new FormatException("bad"), new CodecDataConverter([]) { EncodeFailures = true });
        Assert.Equal("""{"message":"bad","stack_trace":""}""", failure.EncodedAttributes!.ToString());
        Assert.Equal("bad", FailureConverter.ToException(failure, JsonDataConverter.Default).Message);
    }

    [Fact]
    public void A_failure_that_cannot_be_encoded_is_told_without_its_secrets()
    {
        var failure = FailureConverter.ToFailure(new ApplicationFailureException("secret", "Refused", nonRetryable: true), new CodecDataConverter([new Throwing()]) { EncodeFailures = true });
        Assert.DoesNotContain("secret", failure.ToString(), StringComparison.Ordinal);
        Assert.Equal(new FailureInfo.Application("Refused", true, Payloads.Empty), failure.Info);
    }

    private static Exception Thrown(Exception exception)
    {
        try
        {
            throw exception;
        }
        catch (Exception caught) when (ReferenceEquals(caught, exception))
        {
            return caught;
        }
    }

    private sealed class Tagging(string tag) : IPayloadCodec
    {
        public Payload Encode(Payload payload) => new(payload.Encoding, (byte[])[.. payload.Data.Span, .. Encoding.UTF8.GetBytes(tag)]);

        public Payload Decode(Payload payload)
        {
            Assert.True(payload.Data.Span.EndsWith(Encoding.UTF8.GetBytes(tag)));
            return new(payload.Encoding, payload.Data[..^tag.Length]);
        }
    }

    private sealed class Throwing : IPayloadCodec
    {
        public Payload Encode(Payload payload) => throw new InvalidOperationException("no");

        public Payload Decode(Payload payload) => throw new InvalidOperationException("no");
    }
}

using Holdfast.Protocol;

namespace Holdfast.Tests;

public sealed class MarkingBlobs
{
    private static readonly Blob First = new(new string('1', 64), 10);
    private static readonly Blob Second = new(new string('2', 64), 20);

    [Fact]
    public void A_payload_says_which_blobs_its_value_names_each_once()
    {
        var payload = JsonDataConverter.Default.ToPayload(new Dictionary<string, Blob[]> { ["a"] = [First, Second], ["b"] = [First] });
        Assert.Equal([First.Id, Second.Id], BlobMarks.In(payload).Select(id => id.ToString()));
        Assert.Equal([First, Second], JsonDataConverter.Default.FromPayload<Dictionary<string, Blob[]>>(payload)["a"]);
    }

    [Fact]
    public void A_value_without_blobs_has_no_mark_also_after_one_that_has()
    {
        _ = JsonDataConverter.Default.ToPayload(First);
        Assert.Empty(JsonDataConverter.Default.ToPayload("text").Metadata);
    }

    [Fact]
    public void The_marks_can_be_read_without_the_codecs_and_the_value_with_them()
    {
        CodecDataConverter converter = new([new CompressionCodec(), new EncryptionCodec(new EncryptionKeyRing("k1", new byte[EncryptionKeyRing.KeyBytes]))]);
        var payload = converter.ToPayload(First);
        Assert.Equal(EncryptionCodec.Encoding, payload.Encoding);
        Assert.Equal([First.Id], BlobMarks.In(payload).Select(id => id.ToString()));
        Assert.Equal(First, converter.FromPayload<Blob>(payload));
    }

    [Fact]
    public void A_payload_that_was_moved_refers_to_its_own_blob_and_to_those_of_its_value()
    {
        var payload = JsonDataConverter.Default.ToPayload(First);
        var moved = ExternalPayload.Of(payload, new BlobReference(BlobId.Parse(Second.Id), payload.Data.Length));
        Assert.Equal([Second.Id, First.Id], BlobMarks.In(moved).Select(id => id.ToString()));
        Assert.Equal(payload, ExternalPayload.Restore(moved, payload.Data));
    }

    [Theory]
    [InlineData("""{"id":"x"}""")]
    [InlineData("""{"id":1,"length":2}""")]
    [InlineData("[]")]
    public void What_is_no_blob_is_refused(string json) =>
        Assert.Equal(ErrorCodes.ConversionFailed, Assert.Throws<HoldfastException>(() => JsonDataConverter.Default.FromPayload<Blob>(new Payload(Payload.JsonEncoding, System.Text.Encoding.UTF8.GetBytes(json)))).Code);
}

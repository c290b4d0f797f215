namespace Holdfast.Protocol.Tests;

public sealed class PayloadEqualityTests
{
    [Fact]
    public void Payloads_with_the_same_content_are_equal()
    {
        Assert.Equal(Json(1, 2), Json(1, 2));
        Assert.Equal(Json(1, 2).GetHashCode(), Json(1, 2).GetHashCode());
    }

    [Fact]
    public void Payloads_with_other_bytes_encoding_or_metadata_differ()
    {
        Assert.NotEqual(Json(1, 2), Json(1, 3));
        Assert.NotEqual(Json(1, 2), new Payload(Payload.BinaryEncoding, new byte[] { 1, 2 }));
        Assert.NotEqual(Json(1, 2), new Payload(Payload.JsonEncoding, new byte[] { 1, 2 }, Metadata(("k", 1))));
    }

    [Fact]
    public void Metadata_is_compared_whatever_its_order()
    {
        Assert.Equal(Metadata(("a", 1), ("b", 2)), Metadata(("b", 2), ("a", 1)));
        Assert.NotEqual(Metadata(("a", 1)), Metadata(("a", 2)));
        Assert.NotEqual(Metadata(("a", 1)), Metadata(("b", 1)));
    }

    [Fact]
    public void Metadata_names_are_distinct() =>
        Assert.Equal(ErrorCodes.InvariantBroken, Assert.Throws<HoldfastException>(() => Metadata(("a", 1), ("a", 2))).Code);

    [Fact]
    public void Lists_are_compared_item_by_item_in_order()
    {
        var list = Payloads.Of(Json(1), Json(2));

        Assert.Equal(list, Payloads.Of(Json(1), Json(2)));
        Assert.Equal(list.GetHashCode(), Payloads.Of(Json(1), Json(2)).GetHashCode());
        Assert.NotEqual(list, Payloads.Of(Json(2), Json(1)));
        Assert.Same(Payloads.Empty, Payloads.Of());
    }

    [Fact]
    public void Maps_are_compared_by_content_whatever_their_order()
    {
        var map = PayloadMap.Of([new("a", Json(1)), new("b", Json(2))]);

        Assert.Equal(map, PayloadMap.Of([new("b", Json(2)), new("a", Json(1))]));
        Assert.Equal(map.GetHashCode(), PayloadMap.Of([new("b", Json(2)), new("a", Json(1))]).GetHashCode());
        Assert.NotEqual(map, PayloadMap.Of([new("a", Json(1))]));
    }

    [Fact]
    public void Of_two_map_entries_with_one_name_the_later_wins() =>
        Assert.Equal(Json(2), PayloadMap.Of([new("a", Json(1)), new("a", Json(2))])["a"]);

    [Fact]
    public void An_encoding_must_be_named() => Assert.Throws<ArgumentException>(() => new Payload(string.Empty, default));

    private static Payload Json(params byte[] data) => new(Payload.JsonEncoding, data);

    private static PayloadMetadata Metadata(params (string Name, byte Value)[] entries) =>
        new(entries.Select(e => KeyValuePair.Create(e.Name, (ReadOnlyMemory<byte>)new[] { e.Value })));
}

using System.Text;

namespace Holdfast.Protocol.Tests;

public sealed class SearchAttributePayloadTests
{
    public static TheoryData<SearchAttributeValue, string> Values => new()
    {
        { SearchAttributeValue.OfBool(true), "true" },
        { SearchAttributeValue.OfDatetime(new DateTimeOffset(2026, 5, 4, 3, 2, 1, TimeSpan.FromHours(2))), "\"2026-05-04T01:02:01+00:00\"" },
        { SearchAttributeValue.OfDouble(1.5), "1.5" },
        { SearchAttributeValue.OfInt(-7), "-7" },
        { SearchAttributeValue.OfKeyword("Ä'\"🧾"), "\"Ä'\\\"\\uD83E\\uDDFE\"" },
        { SearchAttributeValue.OfKeywordList(["a", "b"]), "[\"a\",\"b\"]" },
        { SearchAttributeValue.OfText("two words"), "\"two words\"" },
    };

    [Theory]
    [MemberData(nameof(Values))]
    public void A_value_is_JSON_that_names_its_type_and_reads_as_it_was(SearchAttributeValue value, string json)
    {
        var payload = SearchAttributePayload.Encode(value);

        Assert.Equal(Payload.JsonEncoding, payload.Encoding);
        Assert.Equal(json, Encoding.UTF8.GetString(payload.Data.Span));
        var entry = Assert.Single(payload.Metadata);
        Assert.Equal(("type", value.Type.ToString()), (entry.Key, Encoding.UTF8.GetString(entry.Value.Span)));
        Assert.True(SearchAttributePayload.TryDecode(payload, value.Type, out var read));
        Assert.Equal(value, read);
    }

    [Theory]
    [InlineData("\"2026-01-01T00:00:00.123456789Z\"", SearchAttributeType.Datetime, true)]
    [InlineData("\"2026-01-01\"", SearchAttributeType.Bool, false)]
    [InlineData("[\"only\"]", SearchAttributeType.Keyword, true)]
    [InlineData("[\"one\",\"two\"]", SearchAttributeType.Keyword, false)]
    [InlineData("1.5", SearchAttributeType.Int, false)]
    [InlineData("9223372036854775808", SearchAttributeType.Int, false)]
    [InlineData("1e400", SearchAttributeType.Double, false)]
    [InlineData("[1]", SearchAttributeType.KeywordList, false)]
    [InlineData("\"a\" \"b\"", SearchAttributeType.Keyword, false)]
    [InlineData("\"\\ud800\"", SearchAttributeType.Keyword, false)]
    [InlineData("{", SearchAttributeType.Text, false)]
    public void JSON_reads_as_a_type_or_not_at_all(string json, SearchAttributeType type, bool reads) =>
        Assert.Equal(reads, SearchAttributePayload.TryDecode(Json(json), type, out _));

    [Theory]
    [InlineData("\"a\"", SearchAttributeType.Keyword)]
    [InlineData("1", SearchAttributeType.Int)]
    [InlineData("1.5", SearchAttributeType.Double)]
    [InlineData("true", SearchAttributeType.Bool)]
    [InlineData(" [\"a\"]", SearchAttributeType.KeywordList)]
    [InlineData("{}", SearchAttributeType.Unspecified)]
    public void A_payload_without_type_is_of_the_type_that_it_looks_like(string json, SearchAttributeType type) =>
        Assert.Equal(type, SearchAttributePayload.Infer(Json(json)));

    [Fact]
    public void A_change_without_value_takes_the_entry_away_and_others_stay()
    {
        var current = PayloadMap.Of([new("a", Json("1")), new("b", Json("2")), new("c", Json("3"))]);

        var changed = PayloadMapMerge.Apply(current, PayloadMap.Of([new("a", Payload.Null), new("b", Json("[]")), new("d", Json("4")), new("e", Json("null"))]));

        Assert.Equal(["c", "d"], changed.Keys);
    }

    private static Payload Json(string json) => new(Payload.JsonEncoding, Encoding.UTF8.GetBytes(json));
}

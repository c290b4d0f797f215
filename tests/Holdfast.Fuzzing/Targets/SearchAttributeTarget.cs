using Holdfast.Protocol;

namespace Holdfast.Fuzzing;

/// <summary>Search attributes. Whatever the bytes are, they are of a type or they are not.</summary>
internal sealed class SearchAttributeTarget() : FuzzTarget("search-attributes")
{
    private static readonly SearchAttributeType[] Types = Enum.GetValues<SearchAttributeType>();

    public override IReadOnlyList<byte[]> Samples { get; } = HostileWords.Texts("\"eu\"", "[\"a\",\"b\"]", "[1]", "12345678901", "1.25e10", "true", "\"2026-03-01T12:00:00Z\"", "2026-03-01T12:00:00+02:00", "null", "[]");

    public override long AllowanceBytes(int inputBytes) => 4 * base.AllowanceBytes(inputBytes);

    public override void Read(byte[] input)
    {
        Payload payload = new(Payload.JsonEncoding, input, new PayloadMetadata([new(SearchAttributePayload.TypeMetadata, input)]));
        _ = SearchAttributePayload.Infer(new Payload(Payload.JsonEncoding, input));
        _ = SearchAttributePayload.TypeOf(payload);
        foreach (var type in Types)
        {
            if (SearchAttributePayload.TryDecode(payload, type, out var value))
            {
                Require(SearchAttributePayload.TryDecode(SearchAttributePayload.Encode(value), type, out _), $"a value of type {type} that was read can be written and read again");
            }
        }

        _ = SearchAttributePayload.TryReadDatetime(TextOf(input), out _);
    }
}

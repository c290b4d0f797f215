using System.Text;
using Holdfast.Protocol;

namespace Holdfast.Tests;

public sealed class JsonConversion
{
    private static readonly JsonDataConverter Converter = JsonDataConverter.Default;

    private enum Colour
    {
        Red = 0,
        DeepBlue = 1,
    }

    [Fact]
    public void Values_are_camel_case_JSON_with_enums_by_name()
    {
        var payload = Converter.ToPayload(new Item("Müller & Söhne", Colour.DeepBlue, null));
        Assert.Equal(Payload.JsonEncoding, payload.Encoding);
        Assert.Equal("""{"name":"Müller & Söhne","colour":"DeepBlue","next":null}""", Encoding.UTF8.GetString(payload.Data.Span));
        Assert.Equal(new Item("Müller & Söhne", Colour.DeepBlue, null), Converter.FromPayload<Item>(payload));
    }

    [Fact]
    public void Null_is_the_null_payload_and_comes_back_as_null()
    {
        Assert.Same(Payload.Null, Converter.ToPayload<string?>(null));
        Assert.Null(Converter.FromPayload<string?>(Payload.Null));
        Assert.Null(Converter.FromPayload<int?>(Payload.Null));
    }

    [Fact]
    public void Null_for_a_value_that_cannot_be_null_is_an_error() =>
        Assert.Equal(ErrorCodes.ConversionFailed, Assert.Throws<HoldfastException>(() => Converter.FromPayload<int>(Payload.Null)).Code);

    [Fact]
    public void Bytes_stay_bytes()
    {
        byte[] bytes = [1, 2, 3];
        var payload = Converter.ToPayload(bytes);
        Assert.Equal(Payload.BinaryEncoding, payload.Encoding);
        Assert.Equal(bytes, Converter.FromPayload<byte[]>(payload));
        Assert.Equal(bytes, Converter.FromPayload<ReadOnlyMemory<byte>>(Converter.ToPayload(new ReadOnlyMemory<byte>(bytes))).ToArray());
    }

    [Fact]
    public void A_payload_passes_through_as_itself()
    {
        var payload = Converter.ToPayload(7);
        Assert.Same(payload, Converter.ToPayload(payload));
        Assert.Same(payload, Converter.FromPayload<Payload>(payload));
    }

    [Fact]
    public void What_cannot_be_read_is_an_error_that_names_the_type()
    {
        var error = Assert.Throws<HoldfastException>(() => Converter.FromPayload<Item>(Converter.ToPayload("text")));
        Assert.Equal(ErrorCodes.ConversionFailed, error.Code);
        Assert.Contains(nameof(Item), error.Message, StringComparison.Ordinal);
        Assert.Contains("strange/format", Assert.Throws<HoldfastException>(() => Converter.FromPayload<Item>(new Payload("strange/format", default))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Serialising_allocates_the_payload_and_nothing_else()
    {
        var item = new Item("a", Colour.Red, null);
        var length = Converter.ToPayload(item).Data.Length;
        Converter.ToPayload(item);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Converter.ToPayload(item);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.InRange(allocated, 1, length + 120);
    }

    [Fact]
    public void A_failed_conversion_leaves_the_next_one_whole()
    {
        Assert.Throws<HoldfastException>(() => Converter.ToPayload(new Loop()));
        Assert.Equal("7", Encoding.UTF8.GetString(Converter.ToPayload(7).Data.Span));
    }

    private sealed record Item(string Name, Colour Colour, Item? Next);

    private sealed class Loop
    {
        public string Head { get; } = "before";

        public Loop Self => this;
    }
}

using System.Text;
using Holdfast.Protocol.Codec;

namespace Holdfast.Protocol.Tests;

public sealed class NamespaceCodecTests
{
    private const string FirstVersion =
        """
        {"name":"shop","id":"0199f3a2-7c1e-7000-8000-000000000001","state":"Deprecated","description":"sales","ownerEmail":"ada@example.org","data":{"team":"till"},"retention":"3.00:00:00","createTime":"2030-01-02T03:04:05+00:00"}
        """;

    [Fact]
    public void A_document_of_the_first_version_is_read_and_what_it_lacks_is_unset()
    {
        var info = NamespaceCodec.Read(Encoding.UTF8.GetBytes(FirstVersion));

        Assert.Equal(("shop", NamespaceState.Deprecated, "sales", "ada@example.org", "till"), (info.Name, info.State, info.Description, info.OwnerEmail, info.Data["team"]));
        Assert.Equal((TimeSpan.FromDays(3), new DateTimeOffset(2030, 1, 2, 3, 4, 5, TimeSpan.Zero)), (info.Retention, info.CreateTime));
        Assert.Empty(info.SearchAttributes);
        Assert.Empty(info.RemovedSearchAttributes);
    }

    [Fact]
    public void A_document_that_only_names_a_namespace_is_one_that_was_just_registered()
    {
        var info = NamespaceCodec.Read("""{"name":"shop"}"""u8);

        Assert.Equal(Encoding.UTF8.GetString(NamespaceCodec.Write(new NamespaceInfo { Name = "shop" })), Encoding.UTF8.GetString(NamespaceCodec.Write(info)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("""{"name":"shop","state":"Odd"}""")]
    public void What_is_no_document_is_refused(string text) =>
        Assert.Equal(ErrorCodes.CorruptData, Assert.Throws<HoldfastException>(() => NamespaceCodec.Read(Encoding.UTF8.GetBytes(text))).Code);
}

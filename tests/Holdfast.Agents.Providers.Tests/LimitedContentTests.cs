namespace Holdfast.Agents.Providers.Tests;

public sealed class LimitedContentTests
{
    [Fact]
    public async Task Content_within_the_limit_passes_through_with_its_headers()
    {
        using LimitedContent content = new(new StringContent("12345"), limitBytes: 5, () => new InvalidDataException());

        Assert.Equal("12345", await content.ReadAsStringAsync());
        Assert.Equal("text/plain", content.Headers.ContentType!.MediaType);
    }

    [Fact]
    public async Task One_byte_more_is_refused_whether_streamed_or_buffered()
    {
        using LimitedContent buffered = new(new StringContent("123456"), limitBytes: 5, () => new InvalidDataException());
        using LimitedContent streamed = new(new StringContent("123456"), limitBytes: 5, () => new InvalidDataException());
        await using Stream stream = await streamed.ReadAsStreamAsync();

        await Assert.ThrowsAsync<InvalidDataException>(() => buffered.ReadAsStringAsync());
        await Assert.ThrowsAsync<InvalidDataException>(() => stream.ReadExactlyAsync(new byte[6]).AsTask());
    }
}

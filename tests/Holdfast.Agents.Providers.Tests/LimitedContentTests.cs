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

    [Fact]
    public async Task The_limit_is_of_the_whole_and_not_of_one_read()
    {
        using LimitedContent content = new(new StringContent("123456"), limitBytes: 5, () => new InvalidDataException());
        await using Stream stream = await content.ReadAsStreamAsync();
        for (int read = 0; read < 5; read++)
        {
            Assert.Equal('1' + read, stream.ReadByte());
        }

        Assert.Throws<InvalidDataException>(() => stream.ReadByte());
    }
}

namespace Holdfast.Agents.Providers.Tests;

public sealed class RetryAdviceTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 4, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_date_is_measured_from_the_providers_own_clock()
    {
        Dictionary<string, string> headers = new() { ["date"] = "Wed, 04 Mar 2026 08:00:00 GMT", ["retry-after"] = "Wed, 04 Mar 2026 08:00:30 GMT" };

        Assert.Equal(TimeSpan.FromSeconds(30), RetryAdvice.Read(headers.GetValueOrDefault, Now).Delay);
    }

    [Fact]
    public void A_date_is_measured_from_our_clock_where_the_provider_tells_none()
    {
        Dictionary<string, string> headers = new() { ["retry-after"] = "Wed, 04 Mar 2026 12:01:00 GMT" };

        Assert.Equal(TimeSpan.FromMinutes(1), RetryAdvice.Read(headers.GetValueOrDefault, Now).Delay);
    }

    [Fact]
    public void A_date_in_the_past_means_at_once()
    {
        Dictionary<string, string> headers = new() { ["retry-after"] = "Wed, 04 Mar 2026 11:00:00 GMT" };

        Assert.Equal(TimeSpan.Zero, RetryAdvice.Read(headers.GetValueOrDefault, Now).Delay);
    }

    [Fact]
    public void Milliseconds_are_preferred_to_seconds()
    {
        Dictionary<string, string> headers = new() { ["retry-after"] = "2", ["retry-after-ms"] = "1500.5" };

        Assert.Equal(TimeSpan.FromMilliseconds(1500.5), RetryAdvice.Read(headers.GetValueOrDefault, Now).Delay);
    }

    [Theory]
    [InlineData("-5")]
    [InlineData("NaN")]
    [InlineData("")]
    public void What_cannot_be_read_is_no_advice(string value) =>
        Assert.Equal(default, RetryAdvice.Read(name => name == "retry-after-ms" ? value : null, Now));
}

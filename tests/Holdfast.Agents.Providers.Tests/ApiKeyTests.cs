using System.Text.Json;
using Holdfast.Protocol;

namespace Holdfast.Agents.Providers.Tests;

public sealed class ApiKeyTests
{
    private const string Secret = "very-secret-value";

    [Fact]
    public void A_key_neither_prints_nor_serializes()
    {
        ModelProviderOptions options = new() { Provider = "openai", Model = "m", ApiKey = new ApiKey(Secret) };

        Assert.DoesNotContain(Secret, $"{options.ApiKey}", StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, JsonSerializer.Serialize(options), StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, JsonSerializer.Serialize(options.ApiKey), StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, JsonSerializer.Serialize<object>(new { options.ApiKey }), StringComparison.Ordinal);
    }

    [Fact]
    public void White_space_around_a_key_is_dropped() => Assert.Equal(Secret, new ApiKey($" {Secret}\r\n").Reveal());

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("two\nlines")]
    [InlineData("schlüssel")]
    public void A_key_that_no_header_can_carry_is_refused_without_being_shown(string value)
    {
        HoldfastException error = Assert.Throws<HoldfastException>(() => new ApiKey(value));

        Assert.Equal(ErrorCodes.ModelApiKeyMissing, error.Code);
        Assert.DoesNotContain("schlüssel", error.Message, StringComparison.Ordinal);
    }
}

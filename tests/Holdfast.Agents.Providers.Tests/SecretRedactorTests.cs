namespace Holdfast.Agents.Providers.Tests;

public sealed class SecretRedactorTests
{
    [Theory]
    [InlineData("key is a+secret/key=1 here")]
    [InlineData("key is a\\u002Bsecret/key=1 here")]
    [InlineData("key is a%2Bsecret%2Fkey%3D1 here")]
    public void The_key_is_found_in_each_spelling(string text) =>
        Assert.Equal("key is [redacted] here", new SecretRedactor(new ApiKey("a+secret/key=1")).Redact(text));

    [Theory]
    [InlineData("Authorization: Bearer abc.def-ghi_jkl")]
    [InlineData("authorization: basic dXNlcjpwYXNzd29yZA==")]
    [InlineData("Incorrect API key provided: sk-proj-abc123***xyz")]
    public void Credentials_of_others_are_recognised_by_their_shape(string text) =>
        Assert.EndsWith(": [redacted]", new SecretRedactor(apiKey: null).Redact(text), StringComparison.Ordinal);

    [Fact]
    public void A_placeholder_key_does_not_mangle_ordinary_words() =>
        Assert.Equal("EMPTY answer", new SecretRedactor(new ApiKey("EMPTY")).Redact("EMPTY answer"));
}

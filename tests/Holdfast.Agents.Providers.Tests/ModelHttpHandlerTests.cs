using System.Net.Http.Headers;

namespace Holdfast.Agents.Providers.Tests;

public sealed class ModelHttpHandlerTests
{
    [Fact]
    public async Task The_client_in_between_never_sees_an_echoed_key_either()
    {
        await using FakeModelServer server = await FakeModelServer.StartAsync(Reply.HeaderEcho(401));
        using HttpClient client = ModelHttpClient.Create(new ApiKey(Models.Key), TimeProvider.System);
        using HttpRequestMessage request = new(HttpMethod.Post, server.Url) { Content = new StringContent("{}") };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Models.Key);

        ModelProviderException error = await Assert.ThrowsAsync<ModelProviderException>(() => client.SendAsync(request));

        Assert.Contains(SecretRedactor.Replacement, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Models.Key, error.ToString(), StringComparison.Ordinal);
    }
}

using System.ClientModel;
using System.ClientModel.Primitives;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using Anthropic;
using Anthropic.Core;
using Anthropic.Exceptions;
using Holdfast.Protocol;
using Microsoft.Extensions.AI;
using OpenAI;
using OpenAI.Chat;

namespace Holdfast.Agents.Providers.Tests;

public sealed class ModelFailureClassifierTests
{
    private readonly ModelFailureClassifier _classifier = new();

    public static TheoryData<Exception, bool, string> Exceptions => new()
    {
        { new HttpRequestException("x", null, HttpStatusCode.TooManyRequests), true, ModelErrorTypes.Http },
        { new HttpRequestException("x", null, HttpStatusCode.BadRequest), false, ModelErrorTypes.Http },
        { new HttpRequestException("x", new SocketException()), true, ModelErrorTypes.Network },
        { new IOException(), true, ModelErrorTypes.Network },
        { new TimeoutException(), true, ModelErrorTypes.Timeout },
        { new TaskCanceledException("x", new TimeoutException()), true, ModelErrorTypes.Timeout },
        { new OperationCanceledException(), false, ModelErrorTypes.Canceled },
        { new JsonException(), true, ModelErrorTypes.InvalidResponse },
        { new System.Text.DecoderFallbackException(), false, ModelErrorTypes.InvalidRequest },
        { new NotSupportedException(), false, ModelErrorTypes.InvalidRequest },
        { new AggregateException(new IOException()), true, ModelErrorTypes.Network },
        { new InvalidOperationException(), true, ModelErrorTypes.Unknown },
        { new HoldfastException(ErrorCodes.ModelRequestUnsupported, "x"), false, "HF3405" },
    };

    [Theory]
    [MemberData(nameof(Exceptions))]
    public void Exceptions_are_classified_by_kind(Exception exception, bool isRetryable, string errorType)
    {
        ModelFailure failure = _classifier.Classify(exception);

        Assert.Equal((isRetryable, errorType), (failure.IsRetryable, failure.ErrorType));
    }

    [Fact]
    public async Task A_client_made_without_the_catalog_is_classified_from_its_raw_response()
    {
        await using FakeModelServer server = await FakeModelServer.StartAsync(Reply.Json(429, "{}", ("retry-after-ms", "40")));
        using OpenAIChatClient client = Bare(server);

        Exception error = await Assert.ThrowsAsync<ClientResultException>(() => client.GetResponseAsync("x"));

        Assert.Equal(new ModelFailure(ModelErrorTypes.Http, IsRetryable: true, TimeSpan.FromMilliseconds(40), 429), _classifier.Classify(error));
    }

    [Theory]
    [InlineData(429, true)]
    [InlineData(400, false)]
    public async Task Anthropics_own_client_is_classified_by_status_and_type(int status, bool isRetryable)
    {
        await using FakeModelServer server = await FakeModelServer.StartAsync(Reply.Json(status, """{"type":"error","error":{"type":"some_error","message":"x"}}"""));
        using IChatClient client = Anthropic(server.Url);

        Exception error = await Assert.ThrowsAnyAsync<AnthropicApiException>(() => client.GetResponseAsync("x"));

        Assert.Equal(new ModelFailure("some_error", isRetryable, NextRetryDelay: null, status), _classifier.Classify(error));
    }

    [Fact]
    public async Task Anthropics_own_client_that_reaches_nobody_is_a_network_failure()
    {
        using IChatClient client = Anthropic("http://127.0.0.1:1");

        Exception error = await Assert.ThrowsAnyAsync<AnthropicException>(() => client.GetResponseAsync("x"));

        Assert.Equal(new ModelFailure(ModelErrorTypes.Network, IsRetryable: true), _classifier.Classify(error));
    }

    private static IChatClient Anthropic(string baseUrl) =>
        new AnthropicClient(new ClientOptions { BaseUrl = baseUrl, ApiKey = "k", MaxRetries = 0 }).AsIChatClient("m", 10);

    private static OpenAIChatClient Bare(FakeModelServer server)
    {
        Uri endpoint = new($"{server.Url}/v1");
        OpenAIClientOptions options = new() { Endpoint = endpoint, RetryPolicy = new ClientRetryPolicy(0) };
        return new OpenAIChatClient(new ChatClient("m", new ApiKeyCredential("k"), options), "m", endpoint);
    }
}

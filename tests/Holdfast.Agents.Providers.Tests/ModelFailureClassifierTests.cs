using System.ClientModel;
using System.ClientModel.Primitives;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using Holdfast.Protocol;
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

        Exception error = await Assert.ThrowsAsync<ClientResultException>(() => Microsoft.Extensions.AI.ChatClientExtensions.GetResponseAsync(client, "x"));

        Assert.Equal(new ModelFailure(ModelErrorTypes.Http, IsRetryable: true, TimeSpan.FromMilliseconds(40), 429), _classifier.Classify(error));
    }

    private static OpenAIChatClient Bare(FakeModelServer server)
    {
        Uri endpoint = new($"{server.Url}/v1");
        OpenAIClientOptions options = new() { Endpoint = endpoint, RetryPolicy = new ClientRetryPolicy(0) };
        return new OpenAIChatClient(new ChatClient("m", new ApiKeyCredential("k"), options), "m", endpoint);
    }
}

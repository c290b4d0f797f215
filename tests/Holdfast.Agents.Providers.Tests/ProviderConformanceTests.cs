using Holdfast.Protocol;
using Holdfast.Testing;
using Microsoft.Extensions.AI;

namespace Holdfast.Agents.Providers.Tests;

/// <summary>What holds of every built-in provider, whatever its wire format.</summary>
public abstract class ProviderConformanceTests
{
    // What waits for a connection to close must fail rather than hang when nobody closes it.
    private const int HangMilliseconds = 30_000;

    private const string Failure = """{"type":"error","error":{"type":"some_error","message":"Not now."}}""";

    protected abstract string HelloReply { get; }

    protected abstract ModelCatalog CreateCatalog(FakeModelServer server, TimeProvider? timeProvider = null);

    [Theory]
    [InlineData(400, false)]
    [InlineData(401, false)]
    [InlineData(403, false)]
    [InlineData(404, false)]
    [InlineData(408, true)]
    [InlineData(409, true)]
    [InlineData(413, false)]
    [InlineData(422, false)]
    [InlineData(429, true)]
    [InlineData(500, true)]
    [InlineData(503, true)]
    [InlineData(529, true)]
    public async Task The_status_decides_whether_to_try_again_and_there_is_one_attempt_only(int status, bool isRetryable)
    {
        await using FakeModelServer server = await FakeModelServer.StartAsync(Reply.Json(status, Failure, ("x-request-id", "req-1")));
        using ModelCatalog catalog = CreateCatalog(server);

        ModelProviderException error = await Assert.ThrowsAsync<ModelProviderException>(() => catalog.Client().GetResponseAsync("x"));

        Assert.Equal(ErrorCodes.ModelCallRefused, error.Code);
        Assert.Equal(new ModelFailure("some_error", isRetryable, NextRetryDelay: null, status), error.Failure);
        Assert.StartsWith($"HF3410: Model '{Models.Name}' (", error.Message, StringComparison.Ordinal);
        Assert.Contains("Not now.", error.Message, StringComparison.Ordinal);
        Assert.Contains("req-1", error.Message, StringComparison.Ordinal);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task A_stream_that_is_refused_fails_alike_and_is_not_retried()
    {
        await using FakeModelServer server = await FakeModelServer.StartAsync(Reply.Json(529, Failure, ("retry-after", "3")));
        using ModelCatalog catalog = CreateCatalog(server);

        ModelProviderException error = await Assert.ThrowsAsync<ModelProviderException>(() => Models.CollectAsync(catalog.Client().GetStreamingResponseAsync("x")));

        Assert.Equal(new ModelFailure("some_error", IsRetryable: true, TimeSpan.FromSeconds(3), 529), error.Failure);
        Assert.Single(server.Requests);
    }

    [Theory]
    [InlineData(429, "retry-after", "7", true, 7_000)]
    [InlineData(429, "retry-after-ms", "250", true, 250)]
    [InlineData(429, "retry-after", "rubbish", true, null)]
    [InlineData(429, "retry-after", "99999999", true, 86_400_000)]
    [InlineData(429, "x-should-retry", "false", false, null)]
    [InlineData(400, "x-should-retry", "true", true, null)]
    public async Task What_the_provider_says_of_another_attempt_is_honoured(int status, string header, string value, bool isRetryable, int? delayMilliseconds)
    {
        await using FakeModelServer server = await FakeModelServer.StartAsync(Reply.Json(status, Failure, (header, value)));
        using ModelCatalog catalog = CreateCatalog(server);

        ModelProviderException error = await Assert.ThrowsAsync<ModelProviderException>(() => catalog.Client().GetResponseAsync("x"));

        Assert.Equal(isRetryable, error.Failure.IsRetryable);
        Assert.Equal(delayMilliseconds is { } milliseconds ? TimeSpan.FromMilliseconds(milliseconds) : null, error.Failure.NextRetryDelay);
        Assert.Single(server.Requests);
    }

    [Theory]
    [InlineData(401)]
    [InlineData(500)]
    public async Task A_server_that_echoes_the_headers_cannot_get_the_key_into_an_error(int status)
    {
        await using FakeModelServer server = await FakeModelServer.StartAsync(Reply.HeaderEcho(status), Reply.HeaderEcho(status));
        using ModelCatalog catalog = CreateCatalog(server);

        Exception whole = await Assert.ThrowsAsync<ModelProviderException>(() => catalog.Client().GetResponseAsync("x"));
        Exception streamed = await Assert.ThrowsAsync<ModelProviderException>(() => Models.CollectAsync(catalog.Client().GetStreamingResponseAsync("x")));

        Assert.Contains("User-Agent", whole.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Models.Key, whole.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(Models.Key, streamed.ToString(), StringComparison.Ordinal);
        Assert.Contains(SecretRedactor.Replacement, whole.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("Bearer", whole.ToString(), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task An_error_event_that_holds_the_key_is_redacted_with_its_causes()
    {
        string data = $$$"""{"type":"error","error":{"type":"server_error","message":"bad key {{{Models.Key}}}"}}""";
        await using FakeModelServer server = await FakeModelServer.StartAsync(Reply.AnthropicEvents(data));
        using ModelCatalog catalog = CreateCatalog(server);

        ModelProviderException error = await Assert.ThrowsAsync<ModelProviderException>(() => Models.CollectAsync(catalog.Client().GetStreamingResponseAsync("x")));

        Assert.Contains("bad key [redacted]", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Models.Key, error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cutting_a_long_error_leaves_no_part_of_the_key()
    {
        string[] replies = [.. Enumerable.Range(0, Models.Key.Length).Select(position =>
            $$$"""{"type":"error","error":{"type":"server_error","message":"{{{new string('x', ModelLimits.MaxErrorTextChars - 150 + (4 * position))}}}{{{Models.Key}}}"}}""")];
        await using FakeModelServer server = await FakeModelServer.StartAsync([.. replies.Select(reply => Reply.Json(500, reply)), .. replies.Select(reply => Reply.AnthropicEvents(reply))]);
        using ModelCatalog catalog = CreateCatalog(server);

        for (int call = 0; call < replies.Length * 2; call++)
        {
            ModelProviderException error = await Assert.ThrowsAsync<ModelProviderException>(() => call < replies.Length
                ? catalog.Client().GetResponseAsync("x")
                : Models.CollectAsync(catalog.Client().GetStreamingResponseAsync("x")));

            Assert.DoesNotContain(Models.Key[..6], error.ToString(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task An_error_type_that_holds_the_key_is_redacted()
    {
        string body = $$$"""{"type":"error","error":{"type":"{{{Models.Key}}}","message":"x"}}""";
        await using FakeModelServer server = await FakeModelServer.StartAsync(Reply.Json(400, body), Reply.AnthropicEvents(body));
        using ModelCatalog catalog = CreateCatalog(server);

        ModelProviderException whole = await Assert.ThrowsAsync<ModelProviderException>(() => catalog.Client().GetResponseAsync("x"));
        ModelProviderException streamed = await Assert.ThrowsAsync<ModelProviderException>(() => Models.CollectAsync(catalog.Client().GetStreamingResponseAsync("x")));

        Assert.Equal(SecretRedactor.Replacement, whole.Failure.ErrorType);
        Assert.Equal(SecretRedactor.Replacement, streamed.Failure.ErrorType);
    }

    [Fact]
    public async Task The_idempotency_key_is_a_header_and_never_in_the_body()
    {
        await using FakeModelServer server = await FakeModelServer.StartAsync(Reply.Json(HelloReply), Reply.Json(HelloReply), Reply.Json(500, Failure));
        using ModelCatalog catalog = CreateCatalog(server);
        ChatOptions options = new() { AdditionalProperties = new() { [ModelRequestProperties.IdempotencyKey] = "run-1/call-2" } };

        await catalog.Client().GetResponseAsync("x", options);
        await catalog.Client().GetResponseAsync("x");
        await Assert.ThrowsAsync<ModelProviderException>(() => Models.CollectAsync(catalog.Client().GetStreamingResponseAsync("x", options)));

        Assert.Equal("run-1/call-2", server.Requests[0].Headers["Idempotency-Key"]);
        Assert.False(server.Requests[1].Headers.ContainsKey("Idempotency-Key"));
        Assert.Equal("run-1/call-2", server.Requests[2].Headers["Idempotency-Key"]);
        Assert.All(server.Requests, request => Assert.DoesNotContain("run-1/call-2", request.Body, StringComparison.Ordinal));
        Assert.All(server.Requests, request => Assert.DoesNotContain("holdfast", request.Body, StringComparison.OrdinalIgnoreCase));
        Assert.Equal("run-1/call-2", options.AdditionalProperties[ModelRequestProperties.IdempotencyKey]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("two words")]
    [InlineData("line\r\nInjected: yes")]
    [InlineData("ümlaut")]
    public async Task An_idempotency_key_that_no_header_can_carry_is_refused(string key)
    {
        await using FakeModelServer server = await FakeModelServer.StartAsync();
        using ModelCatalog catalog = CreateCatalog(server);
        ChatOptions options = new() { AdditionalProperties = new() { [ModelRequestProperties.IdempotencyKey] = key } };

        HoldfastException error = await Assert.ThrowsAsync<HoldfastException>(() => catalog.Client().GetResponseAsync("x", options));

        Assert.Equal(ErrorCodes.ModelRequestUnsupported, error.Code);
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task A_server_that_is_not_there_is_a_retryable_network_failure()
    {
        ModelCatalog catalog;
        await using (FakeModelServer server = await FakeModelServer.StartAsync())
        {
            catalog = CreateCatalog(server);
        }

        using (catalog)
        {
            ModelProviderException error = await Assert.ThrowsAsync<ModelProviderException>(() => catalog.Client().GetResponseAsync("x"));

            Assert.Equal(ErrorCodes.ModelUnreachable, error.Code);
            Assert.Equal(new ModelFailure(ModelErrorTypes.Network, IsRetryable: true), error.Failure);
        }
    }

    [Fact]
    public async Task A_connection_that_breaks_before_the_answer_is_a_retryable_network_failure()
    {
        await using FakeModelServer server = await FakeModelServer.StartAsync(Reply.Abort());
        using ModelCatalog catalog = CreateCatalog(server);

        ModelProviderException error = await Assert.ThrowsAsync<ModelProviderException>(() => catalog.Client().GetResponseAsync("x"));

        Assert.Equal(ErrorCodes.ModelUnreachable, error.Code);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task A_redirect_is_not_followed_so_the_key_stays_with_its_host()
    {
        await using FakeModelServer elsewhere = await FakeModelServer.StartAsync(Reply.Json(HelloReply));
        await using FakeModelServer server = await FakeModelServer.StartAsync(Reply.Json(307, "{}", ("Location", $"{elsewhere.Url}/v1/messages")));
        using ModelCatalog catalog = CreateCatalog(server);

        ModelProviderException error = await Assert.ThrowsAsync<ModelProviderException>(() => catalog.Client().GetResponseAsync("x"));

        Assert.Equal(307, error.Failure.StatusCode);
        Assert.False(error.Failure.IsRetryable);
        Assert.Empty(elsewhere.Requests);
    }

    [Fact]
    public async Task Of_a_huge_error_only_the_beginning_is_told()
    {
        await using FakeModelServer server = await FakeModelServer.StartAsync(Reply.Json(500, new string('x', ModelLimits.MaxErrorBodyBytes * 4)));
        using ModelCatalog catalog = CreateCatalog(server);

        ModelProviderException error = await Assert.ThrowsAsync<ModelProviderException>(() => catalog.Client().GetResponseAsync("x"));

        Assert.InRange(error.Message.Length, 1_000, ModelLimits.MaxErrorTextChars + 100);
        Assert.True(error.Failure.IsRetryable);
    }

    [Fact(Timeout = HangMilliseconds)]
    public async Task Closing_the_catalog_under_a_call_is_a_retryable_network_failure()
    {
        TaskCompletionSource clientLeft = new(TaskCreationOptions.RunContinuationsAsynchronously);
        ModelCatalog? catalog = null;
        await using FakeModelServer server = await FakeModelServer.StartAsync(new Reply(async context =>
        {
            catalog!.Dispose();
            await Reply.Silence(clientLeft).WriteAsync(context);
        }));
        catalog = CreateCatalog(server);
        IChatClient client = catalog.Client();

        ModelProviderException error = await Assert.ThrowsAsync<ModelProviderException>(() => client.GetResponseAsync("x"));

        Assert.Equal(ErrorCodes.ModelUnreachable, error.Code);
        Assert.True(error.Failure.IsRetryable);
        await clientLeft.Task;
    }

    [Fact(Timeout = HangMilliseconds)]
    public async Task Cancelling_a_call_closes_the_connection_and_is_no_model_failure()
    {
        TaskCompletionSource clientLeft = new(TaskCreationOptions.RunContinuationsAsynchronously);
        using CancellationTokenSource cancellation = new();
        await using FakeModelServer server = await FakeModelServer.StartAsync(new Reply(async context =>
        {
            await cancellation.CancelAsync();
            await Reply.Silence(clientLeft).WriteAsync(context);
        }));
        using ModelCatalog catalog = CreateCatalog(server);

        OperationCanceledException error = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => catalog.Client().GetResponseAsync("x", cancellationToken: cancellation.Token));

        Assert.Equal(cancellation.Token, error.CancellationToken);
        await clientLeft.Task;
    }

    [Fact(Timeout = HangMilliseconds)]
    public async Task A_stream_can_be_cancelled_while_it_waits_for_the_next_event()
    {
        TaskCompletionSource clientLeft = new(TaskCreationOptions.RunContinuationsAsynchronously);
        using CancellationTokenSource cancellation = new();
        await using FakeModelServer server = await FakeModelServer.StartAsync(Reply.Silence(clientLeft, FirstStreamEvents));
        using ModelCatalog catalog = CreateCatalog(server);
        await using IAsyncEnumerator<ChatResponseUpdate> updates = catalog.Client().GetStreamingResponseAsync("x").GetAsyncEnumerator(cancellation.Token);

        Assert.True(await updates.MoveNextAsync());
        Task waiting = ReadToEndAsync(updates);
        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        await clientLeft.Task;
    }

    [Fact(Timeout = HangMilliseconds)]
    public async Task A_provider_that_is_silent_beyond_the_timeout_is_a_retryable_timeout()
    {
        TaskCompletionSource clientLeft = new(TaskCreationOptions.RunContinuationsAsynchronously);
        VirtualTimeProvider time = new();
        await using FakeModelServer server = await FakeModelServer.StartAsync(new Reply(async context =>
        {
            time.Advance(ModelProviderOptions.DefaultTimeout);
            await Reply.Silence(clientLeft).WriteAsync(context);
        }));
        using ModelCatalog catalog = CreateCatalog(server, time);

        ModelProviderException error = await Assert.ThrowsAsync<ModelProviderException>(() => catalog.Client().GetResponseAsync("x"));

        Assert.Equal(ErrorCodes.ModelCallTimedOut, error.Code);
        Assert.Equal(new ModelFailure(ModelErrorTypes.Timeout, IsRetryable: true), error.Failure);
        await clientLeft.Task;
    }

    [Fact(Timeout = HangMilliseconds)]
    public async Task A_slow_reader_is_no_timeout_but_a_silent_stream_is()
    {
        TaskCompletionSource clientLeft = new(TaskCreationOptions.RunContinuationsAsynchronously);
        VirtualTimeProvider time = new();
        await using FakeModelServer server = await FakeModelServer.StartAsync(Reply.Silence(clientLeft, FirstStreamEvents));
        using ModelCatalog catalog = CreateCatalog(server, time);
        await using IAsyncEnumerator<ChatResponseUpdate> updates = catalog.Client().GetStreamingResponseAsync("x").GetAsyncEnumerator();

        Assert.True(await updates.MoveNextAsync());
        time.Advance(ModelProviderOptions.DefaultTimeout * 2);
        Task waiting = ReadToEndAsync(updates);
        Assert.False(waiting.IsCompleted);
        time.Advance(ModelProviderOptions.DefaultTimeout);

        ModelProviderException error = await Assert.ThrowsAsync<ModelProviderException>(() => waiting);
        Assert.Equal(ErrorCodes.ModelCallTimedOut, error.Code);
        await clientLeft.Task;
    }

    protected abstract string[] FirstStreamEvents { get; }

    private static async Task ReadToEndAsync(IAsyncEnumerator<ChatResponseUpdate> updates)
    {
        while (await updates.MoveNextAsync())
        {
        }
    }
}

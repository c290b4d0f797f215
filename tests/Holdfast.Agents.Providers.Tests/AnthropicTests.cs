using System.Text.Json;
using Holdfast.Protocol;
using Microsoft.Extensions.AI;

namespace Holdfast.Agents.Providers.Tests;

public sealed class AnthropicTests
{
    private const string Hello = """
        {"id":"msg_1","type":"message","role":"assistant","model":"claude-test","content":[{"type":"text","text":"Hello."}],
         "stop_reason":"end_turn","stop_sequence":null,"usage":{"input_tokens":5,"output_tokens":2,"cache_read_input_tokens":3,"cache_creation_input_tokens":0}}
        """;

    private static readonly AIFunctionDeclaration Weather = AIFunctionFactory.CreateDeclaration(
        "get_weather", "The weather.", JsonElement.Parse("""{"type":"object","properties":{"city":{"type":"string"}},"required":["city"]}"""));

    [Fact]
    public async Task A_request_carries_the_key_the_model_and_the_default_output_limit()
    {
        await using FakeModelServer server = await FakeModelServer.StartAsync(Reply.Json(Hello));
        using ModelCatalog catalog = Models.Anthropic(server);

        await catalog.Client().GetResponseAsync("hi", new ChatOptions { Instructions = "Be brief.", Temperature = 0.5f, Tools = [Weather] });

        RecordedRequest request = server.Request;
        Assert.Equal("/v1/messages", request.Path);
        Assert.Equal($"Bearer {Models.Key}", request.Headers["Authorization"]);
        Assert.Equal("test-model", request.Json.GetProperty("model").GetString());
        Assert.Equal(ModelProviderOptions.DefaultAnthropicMaxOutputTokens, request.Json.GetProperty("max_tokens").GetInt32());
        Assert.Equal("Be brief.", request.Json.GetProperty("system")[0].GetProperty("text").GetString());
        Assert.Equal("get_weather", request.Json.GetProperty("tools")[0].GetProperty("name").GetString());
    }

    [Fact]
    public async Task A_local_server_without_key_is_sent_no_authorization()
    {
        await using FakeModelServer server = await FakeModelServer.StartAsync(Reply.Json(Hello));
        using ModelCatalog catalog = Models.Anthropic(server, options => options.ApiKey = null);

        await catalog.Client().GetResponseAsync("hi");

        Assert.False(server.Request.Headers.ContainsKey("Authorization"));
    }

    [Fact]
    public async Task The_configured_output_limit_replaces_the_default()
    {
        await using FakeModelServer server = await FakeModelServer.StartAsync(Reply.Json(Hello));
        using ModelCatalog catalog = Models.Anthropic(server, options => options.MaxOutputTokens = 77);

        await catalog.Client().GetResponseAsync("hi");

        Assert.Equal(77, server.Request.Json.GetProperty("max_tokens").GetInt32());
    }

    [Fact]
    public async Task An_answer_has_the_providers_id_and_no_invented_time()
    {
        await using FakeModelServer server = await FakeModelServer.StartAsync(Reply.Json(Hello));
        using ModelCatalog catalog = Models.Anthropic(server);

        ChatResponse response = await catalog.Client().GetResponseAsync("hi");

        Assert.Equal(("Hello.", "msg_1", "claude-test"), (response.Text, response.ResponseId, response.ModelId));
        Assert.Null(response.CreatedAt);
        Assert.All(response.Messages, message => Assert.Null(message.CreatedAt));
        Assert.Equal(ChatFinishReason.Stop, response.FinishReason);
        Assert.Equal(2, response.Usage!.OutputTokenCount);
    }

    [Fact]
    public async Task A_stream_assembles_tool_calls_and_invents_no_time()
    {
        await using FakeModelServer server = await FakeModelServer.StartAsync(Reply.AnthropicEvents(
            """{"type":"message_start","message":{"id":"msg_2","type":"message","role":"assistant","model":"claude-test","content":[],"stop_reason":null,"stop_sequence":null,"usage":{"input_tokens":5,"output_tokens":1}}}""",
            """{"type":"content_block_start","index":0,"content_block":{"type":"text","text":""}}""",
            """{"type":"content_block_delta","index":0,"delta":{"type":"text_delta","text":"Look"}}""",
            """{"type":"content_block_delta","index":0,"delta":{"type":"text_delta","text":"ing."}}""",
            """{"type":"content_block_stop","index":0}""",
            """{"type":"content_block_start","index":1,"content_block":{"type":"tool_use","id":"toolu_1","name":"get_weather","input":{}}}""",
            """{"type":"content_block_delta","index":1,"delta":{"type":"input_json_delta","partial_json":"{\"ci"}}""",
            """{"type":"content_block_delta","index":1,"delta":{"type":"input_json_delta","partial_json":"ty\":\"Bern\"}"}}""",
            """{"type":"content_block_stop","index":1}""",
            """{"type":"message_delta","delta":{"stop_reason":"tool_use","stop_sequence":null},"usage":{"output_tokens":9}}""",
            """{"type":"message_stop"}"""));
        using ModelCatalog catalog = Models.Anthropic(server);

        IReadOnlyList<ChatResponseUpdate> updates = await Models.CollectAsync(catalog.Client().GetStreamingResponseAsync("x", new ChatOptions { Tools = [Weather] }));

        Assert.All(updates, update => Assert.Null(update.CreatedAt));
        ChatResponse response = updates.ToChatResponse();
        Assert.Equal("msg_2", response.ResponseId);
        Assert.Equal("Looking.", response.Text);
        FunctionCallContent call = Assert.Single(response.Messages.SelectMany(message => message.Contents).OfType<FunctionCallContent>());
        Assert.Equal(("toolu_1", "get_weather", "Bern"), (call.CallId, call.Name, call.Arguments!["city"]!.ToString()));
        Assert.Equal(ChatFinishReason.ToolCalls, response.FinishReason);
    }

    [Theory]
    [InlineData("overloaded_error", true)]
    [InlineData("invalid_request_error", false)]
    public async Task An_error_event_in_the_stream_is_classified_by_its_type(string type, bool isRetryable)
    {
        await using FakeModelServer server = await FakeModelServer.StartAsync(Reply.AnthropicEvents(
            $$$"""{"type":"error","error":{"type":"{{{type}}}","message":"Something."}}"""));
        using ModelCatalog catalog = Models.Anthropic(server);

        ModelProviderException error = await Assert.ThrowsAsync<ModelProviderException>(() => Models.CollectAsync(catalog.Client().GetStreamingResponseAsync("x")));

        Assert.Equal((type, isRetryable), (error.Failure.ErrorType, error.Failure.IsRetryable));
    }

    [Fact]
    public async Task A_stream_that_ends_early_is_a_retryable_failure_and_not_an_answer()
    {
        await using FakeModelServer server = await FakeModelServer.StartAsync(Reply.AnthropicEvents(
            """{"type":"message_start","message":{"id":"msg_2","type":"message","role":"assistant","model":"claude-test","content":[],"stop_reason":null,"stop_sequence":null,"usage":{"input_tokens":5,"output_tokens":1}}}""",
            """{"type":"content_block_start","index":0,"content_block":{"type":"text","text":""}}""",
            """{"type":"content_block_delta","index":0,"delta":{"type":"text_delta","text":"Half an ans"}}"""));
        using ModelCatalog catalog = Models.Anthropic(server);

        ModelProviderException error = await Assert.ThrowsAsync<ModelProviderException>(() => Models.CollectAsync(catalog.Client().GetStreamingResponseAsync("x")));

        Assert.Equal(ErrorCodes.ModelUnreachable, error.Code);
        Assert.True(error.Failure.IsRetryable);
    }

    [Fact]
    public async Task The_client_tells_its_metadata()
    {
        await using FakeModelServer server = await FakeModelServer.StartAsync();
        using ModelCatalog catalog = Models.Anthropic(server);

        ChatClientMetadata metadata = catalog.Client().GetRequiredService<ChatClientMetadata>();

        Assert.Equal(("anthropic", "test-model"), (metadata.ProviderName, metadata.DefaultModelId));
    }
}

using System.Text.Json;
using Holdfast.Protocol;
using Microsoft.Extensions.AI;
using OpenAI.Chat;
using ChatFinishReason = Microsoft.Extensions.AI.ChatFinishReason;

namespace Holdfast.Agents.Providers.Tests;

public sealed class OpenAIResponseTests
{
    [Fact]
    public async Task An_answer_carries_the_providers_id_time_model_and_usage()
    {
        ChatResponse response = await AnswerAsync(OpenAIReplies.Hello);

        Assert.Equal("Hello.", response.Text);
        Assert.Equal("chatcmpl-1", response.ResponseId);
        Assert.Equal("chatcmpl-1", Assert.Single(response.Messages).MessageId);
        Assert.Equal(DateTimeOffset.FromUnixTimeSeconds(1_700_000_000), response.CreatedAt);
        Assert.Equal("test-model-2025", response.ModelId);
        Assert.Equal(ChatFinishReason.Stop, response.FinishReason);
        Assert.Equal("fp_1", response.AdditionalProperties!["system_fingerprint"]);
        UsageDetails usage = response.Usage!;
        Assert.Equal((11, 7, 18, 5, 3), (usage.InputTokenCount, usage.OutputTokenCount, usage.TotalTokenCount, usage.CachedInputTokenCount, usage.ReasoningTokenCount));
        Assert.Equal(2, usage.AdditionalCounts!["input_audio_tokens"]);
        Assert.Equal(1, usage.AdditionalCounts["output_accepted_prediction_tokens"]);
        Assert.Equal("chatcmpl-1", Assert.IsType<JsonElement>(response.RawRepresentation).GetProperty("id").GetString());
    }

    [Fact]
    public async Task What_a_server_leaves_out_is_null_and_never_invented()
    {
        ChatResponse response = await AnswerAsync("""{"choices":[{"message":{"content":"hi"}}]}""");

        Assert.Equal("hi", response.Text);
        Assert.Null(response.ResponseId);
        Assert.Null(response.Messages[0].MessageId);
        Assert.Null(response.CreatedAt);
        Assert.Null(response.Messages[0].CreatedAt);
        Assert.Null(response.ModelId);
        Assert.Null(response.Usage);
    }

    [Fact]
    public async Task Parallel_tool_calls_are_read_in_order_with_parsed_arguments()
    {
        ChatResponse response = await AnswerAsync(OpenAIReplies.Message(
            """
            {"role":"assistant","content":null,"tool_calls":[
              {"id":"a","type":"function","function":{"name":"f","arguments":"{\"x\":1}"}},
              {"id":"b","type":"function","function":{"name":"g","arguments":""}}]}
            """,
            "\"tool_calls\""));

        Assert.Equal(ChatFinishReason.ToolCalls, response.FinishReason);
        FunctionCallContent[] calls = [.. response.Messages[0].Contents.Cast<FunctionCallContent>()];
        Assert.Equal([("a", "f"), ("b", "g")], calls.Select(call => (call.CallId, call.Name)));
        Assert.Equal(1, Assert.IsType<JsonElement>(calls[0].Arguments!["x"]).GetInt32());
        Assert.Empty(calls[1].Arguments!);
    }

    [Fact]
    public async Task Invalid_arguments_are_kept_for_repair()
    {
        ChatResponse response = await AnswerAsync(OpenAIReplies.Message(
            """{"tool_calls":[{"id":"a","type":"function","function":{"name":"f","arguments":"{\"x\":"}}]}"""));

        FunctionCallContent call = Assert.IsType<FunctionCallContent>(Assert.Single(response.Messages[0].Contents));
        Assert.NotNull(call.Exception);
        Assert.Equal("{\"x\":", call.AdditionalProperties![ModelRequestProperties.RawArguments]);
    }

    [Fact]
    public async Task A_call_without_id_gets_the_same_one_on_every_reading()
    {
        string reply = OpenAIReplies.Message("""{"tool_calls":[{"function":{"name":"f","arguments":{}}},{"function":{"name":"g","arguments":"{}"}}]}""");

        string[] first = [.. (await AnswerAsync(reply)).Messages[0].Contents.Cast<FunctionCallContent>().Select(call => call.CallId)];
        string[] second = [.. (await AnswerAsync(reply)).Messages[0].Contents.Cast<FunctionCallContent>().Select(call => call.CallId)];

        Assert.Equal(["chatcmpl-1-0", "chatcmpl-1-1"], first);
        Assert.Equal(first, second);
    }

    [Fact]
    public async Task A_refusal_is_an_error_content_and_goes_back_as_a_refusal()
    {
        await using FakeModelServer server = await FakeModelServer.StartAsync(
            Reply.Json(OpenAIReplies.Message("""{"role":"assistant","content":null,"refusal":"I will not."}""")), Reply.Json(OpenAIReplies.Hello));
        using ModelCatalog catalog = Models.OpenAI(server);

        ChatResponse response = await catalog.Client().GetResponseAsync("x");
        await catalog.Client().GetResponseAsync(response.Messages);

        ErrorContent refusal = Assert.IsType<ErrorContent>(Assert.Single(response.Messages[0].Contents));
        Assert.Equal(("I will not.", "Refusal"), (refusal.Message, refusal.ErrorCode));
        JsonAssert.Equal("""[{"role":"assistant","refusal":"I will not."}]""", server.Requests[1].Json.GetProperty("messages"));
    }

    [Theory]
    [InlineData("reasoning_content")]
    [InlineData("reasoning")]
    public async Task Reasoning_of_compatible_servers_is_read(string field)
    {
        ChatResponse response = await AnswerAsync(OpenAIReplies.Message($$"""{"content":"4","{{field}}":"2+2"}"""));

        Assert.Equal("2+2", Assert.IsType<TextReasoningContent>(response.Messages[0].Contents[0]).Text);
        Assert.Equal("4", response.Text);
    }

    [Theory]
    [InlineData("\"stop\"", "stop")]
    [InlineData("\"length\"", "length")]
    [InlineData("\"content_filter\"", "content_filter")]
    [InlineData("\"function_call\"", "tool_calls")]
    [InlineData("\"abort\"", "abort")]
    [InlineData("null", "stop")]
    public async Task Finish_reasons_are_read_whether_known_or_not(string wire, string expected)
    {
        ChatResponse response = await AnswerAsync(OpenAIReplies.Message("""{"content":"x"}""", wire));

        Assert.Equal(expected, response.FinishReason!.Value.Value);
    }

    [Theory]
    [InlineData("<html>busy</html>")]
    [InlineData("{}")]
    [InlineData("""{"choices":[]}""")]
    [InlineData("[]")]
    [InlineData("""{"choices":[null]}""")]
    public async Task A_body_that_is_no_completion_is_a_retryable_invalid_response(string body)
    {
        ModelProviderException error = await Assert.ThrowsAsync<ModelProviderException>(() => AnswerAsync(body));

        Assert.Equal(ErrorCodes.ModelResponseInvalid, error.Code);
        Assert.Equal(new ModelFailure(ModelErrorTypes.InvalidResponse, IsRetryable: true), error.Failure);
    }

    [Fact]
    public async Task An_error_inside_a_successful_response_is_a_failure()
    {
        ModelProviderException error = await Assert.ThrowsAsync<ModelProviderException>(() =>
            AnswerAsync("""{"error":{"message":"upstream overloaded","code":503}}"""));

        Assert.Contains("upstream overloaded", error.Message, StringComparison.Ordinal);
        Assert.True(error.Failure.IsRetryable);
        Assert.Equal(503, error.Failure.StatusCode);
    }

    [Fact]
    public async Task The_client_tells_its_metadata_and_its_inner_client()
    {
        await using FakeModelServer server = await FakeModelServer.StartAsync();
        using ModelCatalog catalog = Models.OpenAI(server);

        ChatClientMetadata metadata = catalog.Client().GetRequiredService<ChatClientMetadata>();

        Assert.Equal(("openai", "test-model"), (metadata.ProviderName, metadata.DefaultModelId));
        Assert.Equal(new Uri($"{server.Url}/v1"), metadata.ProviderUri);
        Assert.NotNull(catalog.Client().GetService<ChatClient>());
        Assert.NotNull(catalog.Client().GetService<OpenAIChatClient>());
        Assert.Null(catalog.Client().GetService<ChatClient>("key"));
    }

    private static async Task<ChatResponse> AnswerAsync(string body)
    {
        await using FakeModelServer server = await FakeModelServer.StartAsync(Reply.Json(body));
        using ModelCatalog catalog = Models.OpenAI(server);
        return await catalog.Client().GetResponseAsync("x");
    }
}

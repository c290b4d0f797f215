using Holdfast.Protocol;
using Microsoft.Extensions.AI;

namespace Holdfast.Agents.Providers.Tests;

public sealed class OpenAIStreamingTests
{
    private const string Usage = """{"id":"chatcmpl-2","created":1700000001,"model":"m","choices":[],"usage":{"prompt_tokens":3,"completion_tokens":4,"total_tokens":7,"prompt_tokens_details":{"cached_tokens":1},"completion_tokens_details":{"reasoning_tokens":2}}}""";

    [Fact]
    public async Task Text_arrives_piece_by_piece_with_the_providers_id_and_time()
    {
        IReadOnlyList<ChatResponseUpdate> updates = await StreamAsync(Reply.Chunks(
            OpenAIReplies.Delta("""{"role":"assistant","content":""}"""),
            OpenAIReplies.Delta("""{"content":"Hel"}"""),
            OpenAIReplies.Delta("""{"content":"lo"}"""),
            OpenAIReplies.Delta("{}", "\"stop\""),
            Usage));

        Assert.Equal(["Hel", "lo"], updates.SelectMany(update => update.Contents).OfType<TextContent>().Select(text => text.Text));
        Assert.All(updates, update => Assert.Equal(("chatcmpl-2", "chatcmpl-2", "m"), (update.ResponseId, update.MessageId, update.ModelId)));
        Assert.All(updates, update => Assert.Equal(DateTimeOffset.FromUnixTimeSeconds(1_700_000_001), update.CreatedAt));
        ChatResponse response = updates.ToChatResponse();
        Assert.Equal("Hello", Assert.Single(response.Messages).Text);
        Assert.Equal(ChatFinishReason.Stop, response.FinishReason);
        Assert.Equal((3, 4, 7, 1, 2), (response.Usage!.InputTokenCount, response.Usage.OutputTokenCount, response.Usage.TotalTokenCount, response.Usage.CachedInputTokenCount, response.Usage.ReasoningTokenCount));
    }

    [Fact]
    public async Task A_stream_asks_for_the_usage()
    {
        await using FakeModelServer server = await FakeModelServer.StartAsync(Reply.Chunks(OpenAIReplies.Delta("{}", "\"stop\"")));
        using ModelCatalog catalog = Models.OpenAI(server);

        await Models.CollectAsync(catalog.Client().GetStreamingResponseAsync("x"));

        JsonAssert.Equal(
            """{"model":"test-model","messages":[{"role":"user","content":"x"}],"stream":true,"stream_options":{"include_usage":true}}""",
            server.Request.Json);
    }

    [Fact]
    public async Task Interleaved_tool_calls_split_across_chunks_are_assembled_by_index()
    {
        ChatResponse response = (await StreamAsync(Reply.Chunks(
            OpenAIReplies.Delta("""{"role":"assistant","content":null,"tool_calls":[{"index":0,"id":"a","type":"function","function":{"name":"f","arguments":""}}]}"""),
            OpenAIReplies.Delta("""{"tool_calls":[{"index":0,"function":{"arguments":"{\"ci"}}]}"""),
            OpenAIReplies.Delta("""{"tool_calls":[{"index":1,"id":"b","type":"function","function":{"name":"g","arguments":"{"}}]}"""),
            OpenAIReplies.Delta("""{"tool_calls":[{"index":0,"function":{"arguments":"ty\":\"Bern\"}"}},{"index":1,"function":{"arguments":"}"}}]}"""),
            OpenAIReplies.Delta("{}", "\"tool_calls\"")))).ToChatResponse();

        Assert.Equal(ChatFinishReason.ToolCalls, response.FinishReason);
        FunctionCallContent[] calls = [.. Assert.Single(response.Messages).Contents.Cast<FunctionCallContent>()];
        Assert.Equal([("a", "f"), ("b", "g")], calls.Select(call => (call.CallId, call.Name)));
        Assert.Equal("Bern", calls[0].Arguments!["city"]!.ToString());
        Assert.Empty(calls[1].Arguments!);
    }

    [Fact]
    public async Task Calls_that_a_server_all_numbers_zero_are_told_apart_by_id()
    {
        ChatResponse response = (await StreamAsync(Reply.Chunks(
            OpenAIReplies.Delta("""{"tool_calls":[{"index":0,"id":"a","function":{"name":"f","arguments":"{}"}}]}"""),
            OpenAIReplies.Delta("""{"tool_calls":[{"index":0,"id":"b","function":{"name":"g","arguments":"{}"}}]}"""),
            OpenAIReplies.Delta("{}", "\"tool_calls\"")))).ToChatResponse();

        Assert.Equal(["f", "g"], response.Messages[0].Contents.Cast<FunctionCallContent>().Select(call => call.Name));
    }

    [Fact]
    public async Task A_refusal_comes_whole_at_the_end()
    {
        IReadOnlyList<ChatResponseUpdate> updates = await StreamAsync(Reply.Chunks(
            OpenAIReplies.Delta("""{"refusal":"I will "}"""), OpenAIReplies.Delta("""{"refusal":"not."}"""), OpenAIReplies.Delta("{}", "\"stop\"")));

        Assert.Equal("I will not.", Assert.Single(updates.SelectMany(update => update.Contents).OfType<ErrorContent>()).Message);
    }

    [Fact]
    public async Task Usage_that_a_server_repeats_in_every_chunk_counts_once()
    {
        ChatResponse response = (await StreamAsync(Reply.Chunks(Usage, OpenAIReplies.Delta("""{"content":"x"}"""), OpenAIReplies.Delta("{}", "\"stop\""), Usage))).ToChatResponse();

        Assert.Equal(7, response.Usage!.TotalTokenCount);
    }

    [Fact]
    public async Task Reasoning_is_streamed_apart_from_the_text()
    {
        ChatResponse response = (await StreamAsync(Reply.Chunks(
            OpenAIReplies.Delta("""{"reasoning_content":"2+"}"""), OpenAIReplies.Delta("""{"reasoning_content":"2"}"""), OpenAIReplies.Delta("""{"content":"4"}""", "\"stop\"")))).ToChatResponse();

        Assert.Equal("2+2", response.Messages[0].Contents.OfType<TextReasoningContent>().Single().Text);
        Assert.Equal("4", response.Text);
    }

    [Fact]
    public async Task A_stream_that_ends_without_end_mark_after_the_finish_reason_is_whole()
    {
        ChatResponse response = (await StreamAsync(Reply.Events($"data: {OpenAIReplies.Delta("""{"content":"x"}""", "\"length\"")}"))).ToChatResponse();

        Assert.Equal(ChatFinishReason.Length, response.FinishReason);
    }

    [Fact]
    public async Task A_stream_that_ends_early_is_a_retryable_failure_and_not_an_answer()
    {
        ModelProviderException error = await Assert.ThrowsAsync<ModelProviderException>(() =>
            StreamAsync(Reply.Events($"data: {OpenAIReplies.Delta("""{"content":"x"}""")}")));

        Assert.Equal(ErrorCodes.ModelUnreachable, error.Code);
        Assert.True(error.Failure.IsRetryable);
    }

    [Fact]
    public async Task A_connection_that_breaks_in_the_stream_is_a_retryable_failure()
    {
        ModelProviderException error = await Assert.ThrowsAsync<ModelProviderException>(() =>
            StreamAsync(Reply.Abort($"data: {OpenAIReplies.Delta("""{"content":"x"}""")}")));

        Assert.Equal(ErrorCodes.ModelUnreachable, error.Code);
        Assert.Equal(new ModelFailure(ModelErrorTypes.Network, IsRetryable: true), error.Failure);
    }

    [Fact]
    public async Task An_error_event_in_the_stream_is_a_failure()
    {
        ModelProviderException error = await Assert.ThrowsAsync<ModelProviderException>(() =>
            StreamAsync(Reply.Chunks(OpenAIReplies.Delta("""{"content":"x"}"""), """{"error":{"type":"server_error","message":"out of memory"}}""")));

        Assert.Equal("server_error", error.Failure.ErrorType);
        Assert.Contains("out of memory", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_event_that_is_not_JSON_is_an_invalid_response()
    {
        ModelProviderException error = await Assert.ThrowsAsync<ModelProviderException>(() => StreamAsync(Reply.Chunks("{broken")));

        Assert.Equal(ErrorCodes.ModelResponseInvalid, error.Code);
    }

    private static async Task<IReadOnlyList<ChatResponseUpdate>> StreamAsync(Reply reply)
    {
        await using FakeModelServer server = await FakeModelServer.StartAsync(reply);
        using ModelCatalog catalog = Models.OpenAI(server);
        return await Models.CollectAsync(catalog.Client().GetStreamingResponseAsync("x"));
    }
}

using System.Text.Json;
using System.Text.Json.Nodes;
using Holdfast.Protocol;
using Microsoft.Extensions.AI;
using OpenAI.Chat;
using ChatResponseFormat = Microsoft.Extensions.AI.ChatResponseFormat;
using ChatMessage = Microsoft.Extensions.AI.ChatMessage;

namespace Holdfast.Agents.Providers.Tests;

public sealed class OpenAIRequestTests
{
    private static readonly AIFunctionDeclaration Weather = AIFunctionFactory.CreateDeclaration(
        "get_weather", "The weather of a city.", JsonElement.Parse("""{"type":"object","properties":{"city":{"type":"string"}},"required":["city"]}"""));

    private const string WeatherTool =
        """{"type":"function","function":{"name":"get_weather","description":"The weather of a city.","parameters":{"type":"object","properties":{"city":{"type":"string"}},"required":["city"]}}}""";

    [Fact]
    public async Task A_plain_question_sends_the_model_and_the_message_alone()
    {
        RecordedRequest request = await SendAsync([new ChatMessage(ChatRole.User, "Grüße & <hi>")]);

        Assert.Equal("/v1/chat/completions", request.Path);
        Assert.Equal($"Bearer {Models.Key}", request.Headers["Authorization"]);
        JsonAssert.Equal("""{"model":"test-model","messages":[{"role":"user","content":"Grüße & <hi>"}]}""", request.Json);
    }

    [Fact]
    public async Task Every_sampling_option_is_sent()
    {
        RecordedRequest request = await SendAsync([new ChatMessage(ChatRole.User, "x")], new ChatOptions
        {
            ModelId = "other-model",
            Temperature = 0.5f,
            TopP = 0.25f,
            MaxOutputTokens = 100,
            StopSequences = ["END", "STOP"],
            FrequencyPenalty = 1f,
            PresencePenalty = -1f,
            Seed = 42,
            Reasoning = new ReasoningOptions { Effort = ReasoningEffort.High },
        });

        JsonAssert.Equal(
            """
            {"model":"other-model","messages":[{"role":"user","content":"x"}],"temperature":0.5,"top_p":0.25,"max_tokens":100,
             "stop":["END","STOP"],"frequency_penalty":1,"presence_penalty":-1,"seed":42,"reasoning_effort":"high"}
            """,
            request.Json);
    }

    [Theory]
    [InlineData(ReasoningEffort.None, "none")]
    [InlineData(ReasoningEffort.Low, "low")]
    [InlineData(ReasoningEffort.Medium, "medium")]
    [InlineData(ReasoningEffort.ExtraHigh, "xhigh")]
    public async Task Reasoning_effort_has_the_name_the_API_knows(ReasoningEffort effort, string name)
    {
        RecordedRequest request = await SendAsync([new ChatMessage(ChatRole.User, "x")], new ChatOptions { Reasoning = new ReasoningOptions { Effort = effort } });

        Assert.Equal(name, request.Json.GetProperty("reasoning_effort").GetString());
    }

    [Theory]
    [InlineData(MaxTokensField.Automatic, "max_tokens")]
    [InlineData(MaxTokensField.MaxTokens, "max_tokens")]
    [InlineData(MaxTokensField.MaxCompletionTokens, "max_completion_tokens")]
    public async Task The_output_limit_of_the_configuration_is_sent_under_the_configured_name(MaxTokensField field, string name)
    {
        RecordedRequest request = await SendAsync([new ChatMessage(ChatRole.User, "x")], configure: options =>
        {
            options.MaxOutputTokens = 9;
            options.MaxTokensField = field;
        });

        Assert.Equal(9, request.Json.GetProperty(name).GetInt32());
    }

    [Theory]
    [InlineData("https://api.openai.com/v1", MaxTokensField.MaxCompletionTokens)]
    [InlineData("https://mine.openai.azure.com/openai/v1", MaxTokensField.MaxCompletionTokens)]
    [InlineData("http://localhost:11434/v1", MaxTokensField.MaxTokens)]
    [InlineData("https://openai.com.evil.example/v1", MaxTokensField.MaxTokens)]
    public void The_host_decides_the_name_of_the_output_limit(string endpoint, MaxTokensField expected) =>
        Assert.Equal(expected, OpenAIEndpoint.Resolve(MaxTokensField.Automatic, new Uri(endpoint)));

    [Fact]
    public async Task A_conversation_with_parallel_tool_calls_is_written_message_by_message()
    {
        RecordedRequest request = await SendAsync(
            [
                new ChatMessage(ChatRole.System, "Be brief."),
                new ChatMessage(new ChatRole("developer"), "No jokes."),
                new ChatMessage(ChatRole.User, "Weather?") { AuthorName = "Ada L." },
                new ChatMessage(ChatRole.Assistant, [
                    new TextReasoningContent("hm"),
                    new TextContent("Looking."),
                    new FunctionCallContent("call-1", "get_weather", new Dictionary<string, object?> { ["city"] = "Bern" }),
                    new FunctionCallContent("call-2", "get_time"),
                ]),
                new ChatMessage(ChatRole.Tool, [
                    new FunctionResultContent("call-1", JsonElement.Parse("""{"celsius":7}""")),
                    new FunctionResultContent("call-2", "noon"),
                ]),
                new ChatMessage(ChatRole.Assistant, "7 degrees at noon."),
            ],
            new ChatOptions { Instructions = "You are a clock." });

        JsonAssert.Equal(
            """
            [{"role":"system","content":"You are a clock."},
             {"role":"system","content":"Be brief."},
             {"role":"developer","content":"No jokes."},
             {"role":"user","content":"Weather?","name":"Ada_L_"},
             {"role":"assistant","content":"Looking.","tool_calls":[
               {"id":"call-1","type":"function","function":{"name":"get_weather","arguments":"{\"city\":\"Bern\"}"}},
               {"id":"call-2","type":"function","function":{"name":"get_time","arguments":"{}"}}]},
             {"role":"tool","tool_call_id":"call-1","content":"{\"celsius\":7}"},
             {"role":"tool","tool_call_id":"call-2","content":"noon"},
             {"role":"assistant","content":"7 degrees at noon."}]
            """,
            request.Json.GetProperty("messages"));
    }

    [Fact]
    public async Task Results_that_are_null_numbers_text_contents_or_failures_become_text()
    {
        RecordedRequest request = await SendAsync([new ChatMessage(ChatRole.Tool, [
            new FunctionResultContent("1", null),
            new FunctionResultContent("2", 7),
            new FunctionResultContent("3", new List<AIContent> { new TextContent("a"), new DataContent(new byte[] { 1 }, "image/png") }),
            new FunctionResultContent("4", null) { Exception = new InvalidOperationException("no such city") },
            new FunctionResultContent("5", JsonElement.Parse("\"plain\"")),
        ])]);

        Assert.Equal(
            ["", "7", "a\n[image/png content, which this model's API cannot take from a tool]", "Error: no such city", "plain"],
            request.Json.GetProperty("messages").EnumerateArray().Select(message => message.GetProperty("content").GetString()));
    }

    [Fact]
    public async Task A_list_of_contents_is_the_same_text_after_a_journal_as_before()
    {
        ChatMessage message = new(ChatRole.Tool, [new FunctionResultContent("1", new List<AIContent> { new TextContent("a"), new DataContent(new byte[] { 1 }, "image/png") })]);
        string journaled = JsonSerializer.Serialize(message, AIJsonUtilities.DefaultOptions);

        RecordedRequest before = await SendAsync([message]);
        RecordedRequest after = await SendAsync([JsonSerializer.Deserialize<ChatMessage>(journaled, AIJsonUtilities.DefaultOptions)!]);

        JsonAssert.Equal(before.Body, after.Json);
    }

    [Fact]
    public async Task Images_audio_documents_and_file_ids_become_parts()
    {
        RecordedRequest request = await SendAsync([new ChatMessage(ChatRole.User, [
            new TextContent("See:"),
            new DataContent(new byte[] { 1, 2, 3 }, "image/png"),
            new UriContent("https://example.com/a.jpg", "image/jpeg") { AdditionalProperties = new() { ["detail"] = "low" } },
            new DataContent(new byte[] { 4 }, "audio/wav"),
            new DataContent(new byte[] { 5 }, "application/pdf") { Name = "a.pdf" },
            new HostedFileContent("file-1"),
        ])]);

        JsonAssert.Equal(
            """
            [{"role":"user","content":[
              {"type":"text","text":"See:"},
              {"type":"image_url","image_url":{"url":"data:image/png;base64,AQID"}},
              {"type":"image_url","image_url":{"url":"https://example.com/a.jpg","detail":"low"}},
              {"type":"input_audio","input_audio":{"data":"BA==","format":"wav"}},
              {"type":"file","file":{"filename":"a.pdf","file_data":"data:application/pdf;base64,BQ=="}},
              {"type":"file","file":{"file_id":"file-1"}}]}]
            """,
            request.Json.GetProperty("messages"));
    }

    [Fact]
    public async Task Content_the_API_cannot_take_is_refused_before_anything_is_sent()
    {
        await using FakeModelServer server = await FakeModelServer.StartAsync();
        using ModelCatalog catalog = Models.OpenAI(server);

        HoldfastException error = await Assert.ThrowsAsync<HoldfastException>(() => catalog.Client().GetResponseAsync(
            [new ChatMessage(ChatRole.User, [new DataContent(new byte[] { 1 }, "video/mp4")])]));

        Assert.Equal(ErrorCodes.ModelRequestUnsupported, error.Code);
        Assert.Contains("video/mp4", error.Message, StringComparison.Ordinal);
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task A_tool_that_is_no_function_is_refused_by_name()
    {
        await using FakeModelServer server = await FakeModelServer.StartAsync();
        using ModelCatalog catalog = Models.OpenAI(server);

        HoldfastException error = await Assert.ThrowsAsync<HoldfastException>(() =>
            catalog.Client().GetResponseAsync("x", new ChatOptions { Tools = [new HostedWebSearchTool()] }));

        Assert.Equal(ErrorCodes.ModelRequestUnsupported, error.Code);
        Assert.Contains("web_search", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tools_are_described_and_the_choice_is_left_to_the_server_unless_set()
    {
        RecordedRequest request = await SendAsync([new ChatMessage(ChatRole.User, "x")], new ChatOptions { Tools = [Weather], AllowMultipleToolCalls = false });

        JsonAssert.Equal(
            $$"""{"model":"test-model","messages":[{"role":"user","content":"x"}],"tools":[{{WeatherTool}}],"parallel_tool_calls":false}""",
            request.Json);
    }

    [Theory]
    [InlineData("auto", "\"auto\"")]
    [InlineData("none", "\"none\"")]
    [InlineData("required", "\"required\"")]
    [InlineData("get_weather", """{"type":"function","function":{"name":"get_weather"}}""")]
    public async Task The_tool_mode_is_sent(string mode, string expected)
    {
        ChatToolMode toolMode = mode switch
        {
            "auto" => ChatToolMode.Auto,
            "none" => ChatToolMode.None,
            "required" => ChatToolMode.RequireAny,
            _ => ChatToolMode.RequireSpecific(mode),
        };
        RecordedRequest request = await SendAsync([new ChatMessage(ChatRole.User, "x")], new ChatOptions { Tools = [Weather], ToolMode = toolMode });

        JsonAssert.Equal(expected, request.Json.GetProperty("tool_choice"));
    }

    [Fact]
    public async Task A_tool_mode_without_tools_is_not_sent()
    {
        RecordedRequest request = await SendAsync([new ChatMessage(ChatRole.User, "x")], new ChatOptions { ToolMode = ChatToolMode.Auto, AllowMultipleToolCalls = true });

        Assert.False(request.Json.TryGetProperty("tool_choice", out _));
        Assert.False(request.Json.TryGetProperty("parallel_tool_calls", out _));
    }

    [Fact]
    public async Task A_function_without_parameters_still_has_an_object_schema()
    {
        RecordedRequest request = await SendAsync(
            [new ChatMessage(ChatRole.User, "x")], new ChatOptions { Tools = [AIFunctionFactory.CreateDeclaration("now", null, JsonElement.Parse("{}"))] });

        JsonAssert.Equal("""{"name":"now","parameters":{"type":"object","properties":{}}}""", request.Json.GetProperty("tools")[0].GetProperty("function"));
    }

    [Fact]
    public async Task A_strict_tool_gets_the_schema_that_strict_mode_demands()
    {
        AIFunction search = AIFunctionFactory.Create(
            (string query, int limit = 5) => query,
            new AIFunctionFactoryOptions { Name = "search", AdditionalProperties = new Dictionary<string, object?> { [ModelRequestProperties.Strict] = true } });
        RecordedRequest request = await SendAsync([new ChatMessage(ChatRole.User, "x")], new ChatOptions { Tools = [search] });

        JsonElement function = request.Json.GetProperty("tools")[0].GetProperty("function");
        Assert.True(function.GetProperty("strict").GetBoolean());
        JsonElement parameters = function.GetProperty("parameters");
        Assert.False(parameters.GetProperty("additionalProperties").GetBoolean());
        Assert.Equal(["query", "limit"], parameters.GetProperty("required").EnumerateArray().Select(name => name.GetString()));
    }

    [Theory]
    [InlineData(ModelRequestProperties.Strict)]
    [InlineData(ModelRequestProperties.StrictJsonSchema)]
    public async Task Strictness_asked_for_in_the_options_holds_for_every_tool_also_after_a_journal(string property)
    {
        ChatOptions options = new() { Tools = [Weather], AdditionalProperties = new() { [property] = JsonElement.Parse("true") } };
        RecordedRequest request = await SendAsync([new ChatMessage(ChatRole.User, "x")], options);

        Assert.True(request.Json.GetProperty("tools")[0].GetProperty("function").GetProperty("strict").GetBoolean());
    }

    [Fact]
    public async Task Response_formats_are_text_any_JSON_or_JSON_of_a_schema()
    {
        RecordedRequest text = await SendAsync([new ChatMessage(ChatRole.User, "x")], new ChatOptions { ResponseFormat = ChatResponseFormat.Text });
        RecordedRequest json = await SendAsync([new ChatMessage(ChatRole.User, "x")], new ChatOptions { ResponseFormat = ChatResponseFormat.Json });
        RecordedRequest schema = await SendAsync([new ChatMessage(ChatRole.User, "x")], new ChatOptions
        {
            ResponseFormat = ChatResponseFormat.ForJsonSchema(JsonElement.Parse("""{"type":"object","properties":{"a":{"type":"integer"}}}"""), "my answer", "An answer."),
            AdditionalProperties = new() { [ModelRequestProperties.Strict] = true },
        });

        JsonAssert.Equal("""{"type":"text"}""", text.Json.GetProperty("response_format"));
        JsonAssert.Equal("""{"type":"json_object"}""", json.Json.GetProperty("response_format"));
        JsonAssert.Equal(
            """
            {"type":"json_schema","json_schema":{"name":"my_answer","description":"An answer.","strict":true,
             "schema":{"type":"object","properties":{"a":{"type":"integer"}},"required":["a"],"additionalProperties":false}}}
            """,
            schema.Json.GetProperty("response_format"));
    }

    [Fact]
    public async Task A_raw_request_is_the_start_and_wins_over_the_options()
    {
        RecordedRequest typed = await SendAsync([new ChatMessage(ChatRole.User, "x")], new ChatOptions
        {
            Temperature = 1,
            TopP = 0.5f,
            RawRepresentationFactory = _ => new ChatCompletionOptions { Temperature = 0 },
        });
        RecordedRequest untyped = await SendAsync([new ChatMessage(ChatRole.User, "x")], new ChatOptions
        {
            RawRepresentationFactory = _ => new JsonObject { ["chat_template_kwargs"] = new JsonObject { ["enable_thinking"] = false } },
        });

        JsonAssert.Equal("""{"model":"test-model","messages":[{"role":"user","content":"x"}],"temperature":0,"top_p":0.5}""", typed.Json);
        Assert.False(untyped.Json.GetProperty("chat_template_kwargs").GetProperty("enable_thinking").GetBoolean());
    }

    [Fact]
    public async Task A_local_server_without_key_is_sent_no_authorization()
    {
        RecordedRequest request = await SendAsync([new ChatMessage(ChatRole.User, "x")], configure: options => options.ApiKey = null);

        Assert.False(request.Headers.ContainsKey("Authorization"));
    }

    private static async Task<RecordedRequest> SendAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, Action<ModelProviderOptions>? configure = null)
    {
        await using FakeModelServer server = await FakeModelServer.StartAsync(Reply.Json(OpenAIReplies.Hello));
        using ModelCatalog catalog = Models.OpenAI(server, configure);
        await catalog.Client().GetResponseAsync(messages, options);
        return server.Request;
    }
}

using System.Text.Json;
using Microsoft.Extensions.AI;

namespace Holdfast.Agents.Tests;

public sealed class RecordedMessageTests
{
    private static readonly AgentState State = new()
    {
        Messages =
        [
            new ChatMessage(ChatRole.User, [new TextContent("look"), new DataContent(new byte[] { 1, 2, 3 }, "image/png")]),
            new ChatMessage(ChatRole.Assistant, [new TextReasoningContent("hm") { ProtectedData = "signed" }, new FunctionCallContent("c1", "measure", new Dictionary<string, object?>(StringComparer.Ordinal) { ["depth"] = 3 })]),
            new ChatMessage(ChatRole.Tool, [new FunctionResultContent("c1", JsonElement.Parse("""{"ok":true}"""))]),
        ],
        Usage = new AgentUsage { ModelCalls = 1, TotalTokens = 5 },
        Steps = [new AgentStep { Number = 1, Agent = "a", Usage = AgentUsage.None, Calls = [new AgentToolCall("c1", "measure", ToolCallOutcome.Succeeded)] }],
    };

    [Fact]
    public void Every_kind_of_content_survives_the_default_converter() => CheckRoundTrip(JsonDataConverter.Default);

    [Fact]
    public void The_metadata_for_hosts_without_reflection_gives_the_same_bytes()
    {
        var converter = new JsonDataConverter(AgentJson.TypeInfoResolver);

        CheckRoundTrip(converter);
        Assert.Equal(JsonDataConverter.Default.ToPayload(State), converter.ToPayload(State));
    }

    [Fact]
    public void Canonical_hashes_do_not_depend_on_the_order_of_properties()
    {
        Assert.Equal(Hash("""{"a":1,"b":{"x":[1,2],"y":"z"}}"""), Hash("""{ "b": {"y":"z","x":[1,2]}, "a": 1 }"""));
        Assert.NotEqual(Hash("""{"a":1}"""), Hash("""{"a":2}"""));
    }

    private static void CheckRoundTrip(JsonDataConverter converter)
    {
        var read = converter.FromPayload<AgentState>(converter.ToPayload(State));

        Assert.Equal("signed", Assert.IsType<TextReasoningContent>(read.Messages[1].Contents[0]).ProtectedData);
        Assert.Equal("image/png", Assert.IsType<DataContent>(read.Messages[0].Contents[1]).MediaType);
        Assert.Equal(converter.ToPayload(State), converter.ToPayload(read));
        Assert.Equal(State.Usage, read.Usage);
    }

    private static string Hash(string json) => CanonicalJson.Hash(JsonElement.Parse(json));
}

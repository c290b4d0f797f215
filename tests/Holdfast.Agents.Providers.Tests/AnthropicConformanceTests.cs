namespace Holdfast.Agents.Providers.Tests;

public sealed class AnthropicConformanceTests : ProviderConformanceTests
{
    protected override string HelloReply =>
        """{"id":"msg_1","type":"message","role":"assistant","model":"m","content":[{"type":"text","text":"hi"}],"stop_reason":"end_turn","stop_sequence":null,"usage":{"input_tokens":1,"output_tokens":1}}""";

    protected override string[] FirstStreamEvents =>
    [
        "event: message_start\ndata: " + """{"type":"message_start","message":{"id":"msg_2","type":"message","role":"assistant","model":"m","content":[],"stop_reason":null,"stop_sequence":null,"usage":{"input_tokens":5,"output_tokens":1}}}""",
    ];

    protected override ModelCatalog CreateCatalog(FakeModelServer server, TimeProvider? timeProvider = null) => Models.Anthropic(server, timeProvider: timeProvider);
}

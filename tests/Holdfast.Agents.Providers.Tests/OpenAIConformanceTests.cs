namespace Holdfast.Agents.Providers.Tests;

public sealed class OpenAIConformanceTests : ProviderConformanceTests
{
    protected override string HelloReply => OpenAIReplies.Hello;

    protected override string[] FirstStreamEvents => [$"data: {OpenAIReplies.Delta("""{"content":"x"}""")}"];

    protected override ModelCatalog CreateCatalog(FakeModelServer server, TimeProvider? timeProvider = null) => Models.OpenAI(server, timeProvider: timeProvider);
}

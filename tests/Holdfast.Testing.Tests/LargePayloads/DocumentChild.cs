namespace Holdfast.Testing.Tests.LargePayloads;

[Workflow]
public sealed class DocumentChild
{
    public Task<string> RunAsync(string document) => Task.FromResult(document + "c");
}

namespace Holdfast.Testing.Tests.Data;

[Workflow]
public sealed class VaultChild
{
    public Task<string> RunAsync(string secret) => Task.FromResult($"{secret} {JsonDataConverter.Default.FromPayload<string>(Workflow.Info.Memo["note"])}");
}

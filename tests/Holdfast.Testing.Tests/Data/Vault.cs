namespace Holdfast.Testing.Tests.Data;

/// <summary>Workflows that carry a secret through everything that stores payloads.</summary>
[Workflow]
public sealed class Vault
{
    public const string Secret = "4111-1111";

    private readonly List<string> _seen = [];

    public async Task<string> RunAsync(string secret)
    {
        _seen.Add(secret);
        await Workflow.WaitConditionAsync(() => _seen.Count == 3);
        _seen.Add(await Workflow.ExecuteActivityAsync((VaultActivities a) => a.EchoAsync(secret)));
        _seen.Add(await Workflow.ExecuteChildWorkflowAsync((VaultChild c) => c.RunAsync(secret), new ChildWorkflowOptions { WorkflowId = "child", Memo = Workflow.Info.Memo }));
        return string.Join(' ', _seen);
    }

    [Signal]
    public void Put(string secret) => _seen.Add(secret);

    [Update]
    public Task<string> SwapAsync(string secret)
    {
        _seen.Add(secret);
        return Task.FromResult(secret);
    }

    [Query]
    public string Ask(string secret) => $"{secret} {Workflow.Info.Memo.Count}";
}

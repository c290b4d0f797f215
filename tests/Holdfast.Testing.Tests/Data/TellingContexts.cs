using System.Collections.Concurrent;

namespace Holdfast.Testing.Tests.Data;

public sealed class TellingContexts
{
    private readonly ConcurrentDictionary<string, bool> _seen = new(StringComparer.Ordinal);

    [Fact]
    public async Task Every_payload_is_converted_for_its_namespace_workflow_and_activity_and_read_for_the_same()
    {
        await using var environment = await WorkflowEnvironment.StartAsync(
            e =>
            {
                e.DataConverter = new CodecDataConverter([new ContextStamp(_seen)]) { EncodeFailures = true };
                e.AddAssembly(typeof(Vault).Assembly).AddActivities(new VaultActivities());
            },
            new WorkflowEnvironmentOptions { Namespace = "shop" });
        var handle = await environment.Client.StartWorkflowAsync((Vault v) => v.RunAsync("a"), new WorkflowOptions { Id = "vault", Memo = new Dictionary<string, object?> { ["note"] = "memo" } });
        await handle.SignalAsync(v => v.Put("b"));
        Assert.Equal("c", await handle.ExecuteUpdateAsync(v => v.SwapAsync("c")));
        Assert.Equal("d 1", await handle.QueryAsync(v => v.Ask("d")));
        await environment.RestartAsync();
        Assert.Equal("a b c a a memo", await handle.ResultAsync());

        Assert.Equal(
            [
                "shop/child VaultChild   Memo",
                "shop/child VaultChild   Value",
                "shop/vault    Value", // a client that signals, updates and asks need not know the type
                "shop/vault Vault   Memo",
                "shop/vault Vault   Value",
                "shop/vault Vault 1 Echo Failure",
                "shop/vault Vault 1 Echo HeartbeatDetails",
                "shop/vault Vault 1 Echo Value",
            ],
            _seen.Keys.Order(StringComparer.Ordinal));
    }
}

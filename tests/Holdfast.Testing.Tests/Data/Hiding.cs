using System.Text;
using Holdfast.Protocol;

namespace Holdfast.Testing.Tests.Data;

public sealed class Hiding : IAsyncLifetime
{
    private readonly EncryptionKeyRing _keys = new("k1", new byte[EncryptionKeyRing.KeyBytes]);
    private readonly HidingKeys _source;
    private readonly VaultActivities _activities = new();
    private readonly CodecDataConverter _converter;
    private WorkflowEnvironment _environment = null!;

    public Hiding()
    {
        _source = new HidingKeys(_keys);
        _converter = new CodecDataConverter([new CompressionCodec(), new EncryptionCodec(_source, EncryptionBinding.Workflow)]) { EncodeFailures = true };
    }

    public async ValueTask InitializeAsync() => _environment = await WorkflowEnvironment.StartAsync(e =>
    {
        e.DataConverter = _converter;
        e.AddAssembly(typeof(Vault).Assembly).AddActivities(_activities);
    });

    public ValueTask DisposeAsync() => _environment.DisposeAsync();

    [Fact]
    public async Task Nothing_that_a_run_stores_shows_its_secret_and_everything_is_read_back()
    {
        var handle = await _environment.Client.StartWorkflowAsync((Vault v) => v.RunAsync(Vault.Secret), new WorkflowOptions { Id = "vault", Memo = new Dictionary<string, object?> { ["note"] = "for your eyes" } });
        await handle.SignalAsync(v => v.Put(Vault.Secret));
        Assert.Equal(Vault.Secret, await handle.ExecuteUpdateAsync(v => v.SwapAsync(Vault.Secret)));
        Assert.Equal($"{Vault.Secret} 1", await handle.QueryAsync(v => v.Ask(Vault.Secret)));
        Assert.Equal($"{Vault.Secret} {Vault.Secret} {Vault.Secret} {Vault.Secret} {Vault.Secret} for your eyes", await handle.ResultAsync());
        Assert.Equal("for your eyes", JsonDataConverter.Default.FromPayload<string>((await handle.DescribeAsync()).Info.Memo["note"]));

        await AssertHiddenAsync(handle);
        await AssertHiddenAsync(_environment.Client.GetWorkflowHandle("child"));
        new WorkflowReplayer { Options = new() { DataConverter = _converter } }.AddWorkflow<Vault>().Replay(await HistoryOf(handle), "vault");
    }

    [Fact]
    public async Task Failures_are_hidden_on_their_way_and_shown_to_the_client()
    {
        var handle = await _environment.Client.StartWorkflowAsync(() => VaultFlows.FailInChildAsync(Vault.Secret));
        var error = await Assert.ThrowsAsync<WorkflowFailedException>(() => handle.ResultAsync());
        await AssertHiddenAsync(handle);
        var activity = error.InnerException!.InnerException!;
        var cause = Assert.IsType<ApplicationFailureException>(activity.InnerException);
        Assert.Equal($"Activity 'Fail' failed: refused {Vault.Secret}", activity.Message);
        Assert.Equal(($"refused {Vault.Secret}", Vault.Secret), (cause.Message, cause.Details.Get<string>(0)));
        Assert.Contains(Vault.Secret, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_key_is_rotated_while_runs_are_under_way()
    {
        var handle = await _environment.Client.StartWorkflowAsync(() => VaultFlows.CatchEverythingAsync(Vault.Secret));
        _keys.Add("k2", [.. Enumerable.Repeat((byte)2, EncryptionKeyRing.KeyBytes)]).UseForEncoding("k2");
        Assert.Equal(Vault.Secret, await handle.ResultAsync());
        var keyIds = (await HistoryOf(handle)).SelectMany(e => PayloadsIn.Of(e.Attributes)).Select(p => p.Metadata.TryGet(EncryptionCodec.KeyIdMetadata, out var id) ? Encoding.UTF8.GetString(id.Span) : "none");
        Assert.Equal(["k1", "k2"], keyIds.Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task While_a_key_is_missing_the_run_waits_even_when_its_code_catches_everything()
    {
        var handle = await _environment.Client.StartWorkflowAsync(() => VaultFlows.CatchEverythingAsync(Vault.Secret));
        _source.HidesOutsideActivities = true;
        await _environment.RestartAsync();
        await _environment.AdvanceAsync(TimeSpan.FromHours(3));
        var description = await handle.DescribeAsync();
        Assert.Equal(WorkflowExecutionStatus.Running, description.Info.Status);
        Assert.Contains(await HistoryOf(handle), e => e.Attributes is WorkflowTaskFailed);

        _source.HidesOutsideActivities = false;
        Assert.Equal(Vault.Secret, await handle.ResultAsync());
    }

    private static async Task<List<HistoryEvent>> HistoryOf(WorkflowHandle handle)
    {
        List<HistoryEvent> history = [];
        await foreach (var historyEvent in handle.FetchHistoryAsync())
        {
            history.Add(historyEvent);
        }

        return history;
    }

    private static async Task AssertHiddenAsync(WorkflowHandle handle)
    {
        foreach (var historyEvent in await HistoryOf(handle))
        {
            Assert.DoesNotContain(Vault.Secret, historyEvent.ToString(), StringComparison.Ordinal);
            Assert.All(PayloadsIn.Of(historyEvent.Attributes), p => Assert.Equal(EncryptionCodec.Encoding, p.Encoding));
        }
    }
}

using Holdfast.Protocol;
using Holdfast.Storage.Conformance;

namespace Holdfast.Storage.Tests;

public sealed class InMemorySettledStoreTests : SettledStoreConformance
{
    private readonly InMemorySettledStore _store = new();

    [Fact]
    public async Task A_planned_failure_hits_the_next_settlement_and_leaves_nothing_behind()
    {
        var run = new SampleRun(1);
        var failure = new HoldfastException(ErrorCodes.StoreDiskFull, "No space left.");
        _store.FailNextSettlement(failure);

        Assert.Same(failure, await Assert.ThrowsAsync<HoldfastException>(() => SettleAsync(run.Open())));
        Assert.Null(await Store.FindAsync(run.RunId, Token));
        await SettleAsync(run.Open());
        Assert.Equal(SampleRun.Events(0, 3), await RecordsOfAsync(run));
    }

    [Fact]
    public void Every_call_completes_before_it_returns()
    {
        var run = new SampleRun(1);

        Assert.True(_store.SettleAsync([run.Open()], Token).IsCompletedSuccessfully);
        Assert.True(_store.LoadAsync(run.RunId, Token).IsCompletedSuccessfully);
        Assert.True(_store.ListAsync(new ListWorkflowExecutionsRequest { Namespace = "default" }, before: null, Token).IsCompletedSuccessfully);
        Assert.True(ToListAsync(_store.ReadOpenRunsAsync(Token)).IsCompletedSuccessfully);
    }

    protected override ValueTask<ISettledStore> OpenAsync() => ValueTask.FromResult<ISettledStore>(_store);
}

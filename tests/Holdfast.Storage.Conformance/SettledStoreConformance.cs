using Holdfast.Protocol;
using Holdfast.Protocol.Codec;

namespace Holdfast.Storage.Conformance;

/// <summary>What every settled store must do. The test class of an adapter derives it and says how its store is opened.</summary>
public abstract partial class SettledStoreConformance : IAsyncLifetime
{
    private ISettledStore? _store;

    /// <summary>The store under test.</summary>
    protected ISettledStore Store => _store ?? throw new InvalidOperationException("The store is not open.");

    /// <summary>Cancels when the test run is.</summary>
    protected static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <inheritdoc/>
    public virtual async ValueTask InitializeAsync() => _store = await OpenAsync();

    /// <inheritdoc/>
    public virtual async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (_store is not null)
        {
            await _store.DisposeAsync();
        }
    }

    /// <summary>Opens the store of this test; called again to open it once more after it was closed.</summary>
    protected abstract ValueTask<ISettledStore> OpenAsync();

    /// <summary>Closes the store and opens it again.</summary>
    protected async Task ReopenAsync()
    {
        await Store.DisposeAsync();
        _store = await OpenAsync();
    }

    /// <summary>Settles in one transaction.</summary>
    protected Task SettleAsync(params RunSettlement[] settlements) => Store.SettleAsync(settlements, Token);

    /// <summary>Every record of a run, decoded.</summary>
    protected async Task<IReadOnlyList<RunRecord>> RecordsOfAsync(SampleRun run)
    {
        var loaded = await Store.LoadAsync(run.RunId, Token);
        Assert.NotNull(loaded);
        return [.. loaded.Records.SelectMany(chunk => RunRecordCodec.ReadAll(chunk.Span))];
    }

    /// <summary>Asserts that a settlement is refused with the code given.</summary>
    protected async Task AssertRefusedAsync(ErrorCode code, params RunSettlement[] settlements)
    {
        var error = await Assert.ThrowsAsync<HoldfastException>(() => SettleAsync(settlements));
        Assert.Equal(code, error.Code);
    }

    /// <summary>Reads a sequence to its end.</summary>
    protected static async Task<IReadOnlyList<T>> ToListAsync<T>(IAsyncEnumerable<T> source)
    {
        var items = new List<T>();
        await foreach (var item in source.WithCancellation(Token))
        {
            items.Add(item);
        }

        return items;
    }
}

using Holdfast.Journaling;
using Holdfast.Runtime;
using Holdfast.Storage.Sqlite;
using Holdfast.Worker;
using Microsoft.Extensions.Logging.Abstractions;

namespace Holdfast.Bench;

/// <summary>The parts of an embedded engine put together by hand, for what a host does not show: how many runs are in memory.</summary>
internal sealed class BenchEngine : IAsyncDisposable
{
    private readonly SqliteSettledStore _store;
    private readonly WorkerHandlers _worker;
    private readonly IDisposable _registration;

    private BenchEngine(SqliteSettledStore store, HoldfastEngine engine)
    {
        _store = store;
        Engine = engine;
        _worker = new WorkerBuilder().AddAssembly(typeof(BenchEngine).Assembly).Build(engine.Service);
        _registration = engine.RegisterWorker(_worker.Registration);
        Client = new HoldfastClient(engine.Service);
    }

    public HoldfastEngine Engine { get; }

    public IHoldfastClient Client { get; }

    public static async Task<BenchEngine> StartAsync(string folder, EngineOptions options)
    {
        Directory.CreateDirectory(folder);
        var store = await SqliteSettledStore.OpenAsync(new SqliteSettledStoreOptions { Path = Path.Combine(folder, "holdfast.db") }, CancellationToken.None);
        EngineStorage storage = new(new FileDisk(Path.Combine(folder, "journal")), new JournalOptions(), store);
        return new BenchEngine(store, await HoldfastEngine.StartAsync(storage, options, NullLoggerFactory.Instance, CancellationToken.None));
    }

    public async ValueTask DisposeAsync()
    {
        _registration.Dispose();
        await Engine.DisposeAsync();
        _worker.Dispose();
        await _store.DisposeAsync();
    }
}

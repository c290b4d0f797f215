using System.Diagnostics.Metrics;
using Holdfast.Journaling;
using Holdfast.Journaling.Archives;
using Holdfast.Runtime;
using Holdfast.Storage.Sqlite;
using Holdfast.Testing;

namespace Holdfast.Reliability;

/// <summary>A real folder, laid out as a host's data folder. A crash loses nothing of it: what was written is the operating system's.</summary>
/// <param name="folder">The folder.</param>
/// <param name="clock">The environment's clock.</param>
internal sealed class DiskStorage(string folder, TimeProvider clock) : IEnvironmentStorage
{
    private SqliteSettledStore? _store;

    public async ValueTask<EngineStorage> OpenAsync(IMeterFactory? meterFactory, Action<Exception> onFatal, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(folder);
        _store = await SqliteSettledStore.OpenAsync(new SqliteSettledStoreOptions { Path = Path.Combine(folder, "holdfast.db") }, cancellationToken);
        return new EngineStorage(new FileDisk(Path.Combine(folder, "journal")), MemoryStorage.JournalOptionsFor(clock, meterFactory, onFatal), BlockingStore.Of(_store))
        {
            Archive = new DiskRunArchive(Path.Combine(folder, "archive")),
        };
    }

    public void Crash(ulong seed)
    {
    }

    public async ValueTask CloseAsync()
    {
        if (_store is not null)
        {
            await _store.DisposeAsync();
            _store = null;
        }
    }
}

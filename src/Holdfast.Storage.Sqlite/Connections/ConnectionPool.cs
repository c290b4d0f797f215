using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

namespace Holdfast.Storage.Sqlite.Connections;

/// <summary>Lends connections to work that runs on a scheduler; who finds none idle waits in line without a thread.</summary>
internal sealed class ConnectionPool : IAsyncDisposable
{
    private readonly StoreFile _file;
    private readonly Func<Connection> _open;
    private readonly int _size;
    private readonly TaskScheduler _scheduler;

    [SuppressMessage("Usage", "CA2213:Disposable fields should be disposed", Justification = "Who still waits must get in to be refused; a semaphore without wait handle holds nothing.")]
    private readonly SemaphoreSlim _permits;

    private readonly ConcurrentStack<Connection> _idle = new();

    /// <summary>Makes a pool; connections are opened when they are first needed.</summary>
    public ConnectionPool(StoreFile file, int size, TaskScheduler scheduler, Func<Connection> open)
    {
        _file = file;
        _open = open;
        _size = size;
        _scheduler = scheduler;
        _permits = new SemaphoreSlim(size, size);
    }

    /// <summary>Gives the pool a connection that is already open.</summary>
    public void Add(Connection connection) => _idle.Push(connection);

    /// <summary>Runs the work with a connection of its own.</summary>
    public async Task<T> RunAsync<T>(Func<Connection, T> work, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        await _permits.WaitAsync(cancellationToken);
        try
        {
            return await Task.Factory.StartNew(() => Run(work), cancellationToken, TaskCreationOptions.DenyChildAttach | TaskCreationOptions.RunContinuationsAsynchronously, _scheduler);
        }
        finally
        {
            _permits.Release();
        }
    }

    /// <summary>Waits for the work under way and closes the connections.</summary>
    public async ValueTask DisposeAsync()
    {
        for (var i = 0; i < _size; i++)
        {
            await _permits.WaitAsync();
        }

        while (_idle.TryPop(out var connection))
        {
            connection.Dispose();
        }

        // Those who still wait get in and are refused by the file.
        _permits.Release(_size);
    }

    [SuppressMessage("Reliability", "CA2000:Dispose objects before losing scope", Justification = "The connection goes back to the pool.")]
    private T Run<T>(Func<Connection, T> work)
    {
        _file.ThrowIfRefused();
        var connection = _idle.TryPop(out var pooled) ? pooled : _open();
        try
        {
            return work(connection);
        }
        finally
        {
            _idle.Push(connection);
        }
    }
}

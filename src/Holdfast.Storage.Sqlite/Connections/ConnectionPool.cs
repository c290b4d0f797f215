using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

namespace Holdfast.Storage.Sqlite.Connections;

/// <summary>Lends connections to work that runs on a scheduler; who finds none idle waits in line without a thread.</summary>
internal sealed class ConnectionPool : IAsyncDisposable
{
    private readonly StoreFile file;
    private readonly Func<Connection> open;
    private readonly int size;
    private readonly TaskScheduler scheduler;

    [SuppressMessage("Usage", "CA2213:Disposable fields should be disposed", Justification = "Who still waits must get in to be refused; a semaphore without wait handle holds nothing.")]
    private readonly SemaphoreSlim permits;

    private readonly ConcurrentStack<Connection> idle = new();

    /// <summary>Makes a pool; connections are opened when they are first needed.</summary>
    public ConnectionPool(StoreFile file, int size, TaskScheduler scheduler, Func<Connection> open)
    {
        this.file = file;
        this.open = open;
        this.size = size;
        this.scheduler = scheduler;
        permits = new SemaphoreSlim(size, size);
    }

    /// <summary>Gives the pool a connection that is already open.</summary>
    public void Add(Connection connection) => idle.Push(connection);

    /// <summary>Runs the work with a connection of its own.</summary>
    public async Task<T> RunAsync<T>(Func<Connection, T> work, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        await permits.WaitAsync(cancellationToken);
        try
        {
            return await Task.Factory.StartNew(() => Run(work), cancellationToken, TaskCreationOptions.DenyChildAttach | TaskCreationOptions.RunContinuationsAsynchronously, scheduler);
        }
        finally
        {
            permits.Release();
        }
    }

    /// <summary>Waits for the work under way and closes the connections.</summary>
    public async ValueTask DisposeAsync()
    {
        for (var i = 0; i < size; i++)
        {
            await permits.WaitAsync();
        }

        while (idle.TryPop(out var connection))
        {
            connection.Dispose();
        }

        // Those who still wait get in and are refused by the file.
        permits.Release(size);
    }

    [SuppressMessage("Reliability", "CA2000:Dispose objects before losing scope", Justification = "The connection goes back to the pool.")]
    private T Run<T>(Func<Connection, T> work)
    {
        file.ThrowIfRefused();
        var connection = idle.TryPop(out var pooled) ? pooled : open();
        try
        {
            return work(connection);
        }
        finally
        {
            idle.Push(connection);
        }
    }
}

using Holdfast.Protocol;
using Holdfast.Storage;
using Microsoft.Extensions.Logging;

namespace Holdfast.Runtime;

/// <summary>Sweeps the blob store now and then, in the background: what no run refers to any more is removed. See docs/internals/blob-format.md.</summary>
internal sealed class BlobSweeper(IBlobStore blobs, ISettledStore store, IReadOnlyList<ShardOwner> owners, BlobInstruments instruments, EngineOptions options, ILogger logger) : IDisposable
{
    private readonly CancellationTokenSource _stopping = new();
    private long _nextSweepTicks;
    private Task<Task> _sweep = Task.FromResult(Task.CompletedTask);
    private int _isSweeping;

    /// <summary>Sweeps when it is time to and no sweep is under way. From any thread.</summary>
    public void SweepWhenDue()
    {
        if (options.TimeProvider.GetUtcNow().UtcTicks >= Volatile.Read(ref _nextSweepTicks) && Interlocked.Exchange(ref _isSweeping, 1) == 0)
        {
            _sweep = Task.Factory.StartNew(SweepAsync, CancellationToken.None, TaskCreationOptions.DenyChildAttach, options.BackgroundScheduler);
        }
    }

    /// <summary>Gives up the sweep under way and begins no other; the next start begins anew.</summary>
    public Task StopAsync()
    {
        _stopping.CancelHere();
        return _sweep.Unwrap();
    }

    /// <inheritdoc/>
    public void Dispose() => _stopping.Dispose();

    private async Task SweepAsync()
    {
        var begun = options.TimeProvider.GetTimestamp();
        var now = options.TimeProvider.GetUtcNow();
        Volatile.Write(ref _nextSweepTicks, (now + options.BlobSweepInterval).UtcTicks);
        BlobSweep sweep = new(blobs, store, owners, now, now - options.BlobGracePeriod);
        try
        {
            await sweep.RunAsync(_stopping.Token);
            OwnerLog.BlobsSwept(logger, sweep.RemovedBlobs, sweep.RemovedBytes);
        }
        catch (OperationCanceledException) when (_stopping.IsCancellationRequested)
        {
            // What it did not come to is there at the next start.
        }
        catch (Exception exception)
        {
            OwnerLog.BlobSweepFailed(logger, exception);
        }

        instruments.Swept(sweep.RemovedBlobs, sweep.RemovedBytes, options.TimeProvider.GetElapsedTime(begun));
        Volatile.Write(ref _isSweeping, 0);
    }
}

using Holdfast.Journaling;
using Holdfast.Protocol;
using Holdfast.Storage;
using Microsoft.Extensions.Logging;

namespace Holdfast.Runtime;

/// <summary>Sweeps the blob store now and then, in the background: what no run refers to any more is removed. See docs/internals/blob-format.md.</summary>
internal sealed class BlobSweeper(IBlobStore blobs, ISettledStore store, IReadOnlyList<ShardOwner> owners, Journal journal, BlobInstruments instruments, EngineOptions options, ILogger logger)
    : PeriodicSweep(options.BlobSweepInterval, options)
{
    /// <inheritdoc/>
    protected override async Task SweepAsync(DateTimeOffset now, CancellationToken stopping)
    {
        var begun = Options.TimeProvider.GetTimestamp();
        BlobSweep sweep = new(blobs, store, owners, journal, now, now - Options.BlobGracePeriod);
        try
        {
            await sweep.RunAsync(stopping);
            OwnerLog.BlobsSwept(logger, sweep.RemovedBlobs, sweep.RemovedBytes);
        }
        catch (Exception exception) when (!stopping.IsCancellationRequested || exception is not OperationCanceledException)
        {
            OwnerLog.BlobSweepFailed(logger, exception);
        }
        finally
        {
            instruments.Swept(sweep.RemovedBlobs, sweep.RemovedBytes, Options.TimeProvider.GetElapsedTime(begun));
        }
    }
}

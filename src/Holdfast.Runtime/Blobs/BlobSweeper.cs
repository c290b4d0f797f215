using Holdfast.Journaling;
using Holdfast.Protocol;
using Holdfast.Storage;
using Microsoft.Extensions.Logging;

namespace Holdfast.Runtime;

/// <summary>Sweeps the blob store now and then, in the background: what no run refers to any more is removed. See docs/internals/blob-format.md.</summary>
internal sealed class BlobSweeper : IDisposable
{
    private readonly IBlobStore _blobs;
    private readonly ISettledStore _store;
    private readonly IReadOnlyList<ShardOwner> _owners;
    private readonly Journal _journal;
    private readonly BlobInstruments _instruments;
    private readonly EngineOptions _options;
    private readonly ILogger _logger;
    private readonly PeriodicSweep _sweeps;

    public BlobSweeper(IBlobStore blobs, ISettledStore store, IReadOnlyList<ShardOwner> owners, Journal journal, BlobInstruments instruments, EngineOptions options, ILogger logger)
    {
        (_blobs, _store, _owners, _journal, _instruments, _options, _logger) = (blobs, store, owners, journal, instruments, options, logger);
        _sweeps = new PeriodicSweep(options.BlobSweepInterval, SweepAsync, options);
    }

    /// <inheritdoc cref="PeriodicSweep.SweepWhenDue"/>
    public void SweepWhenDue() => _sweeps.SweepWhenDue();

    /// <inheritdoc cref="PeriodicSweep.StopAsync"/>
    public Task StopAsync() => _sweeps.StopAsync();

    /// <inheritdoc/>
    public void Dispose() => _sweeps.Dispose();

    private async Task SweepAsync(DateTimeOffset now, CancellationToken stopping)
    {
        var begun = _options.TimeProvider.GetTimestamp();
        BlobSweep sweep = new(_blobs, _store, _owners, _journal, now, now - _options.BlobGracePeriod);
        try
        {
            await sweep.RunAsync(stopping);
            OwnerLog.BlobsSwept(_logger, sweep.RemovedBlobs, sweep.RemovedBytes);
        }
        catch (Exception exception) when (!stopping.IsCancellationRequested || exception is not OperationCanceledException)
        {
            OwnerLog.BlobSweepFailed(_logger, exception);
        }
        finally
        {
            _instruments.Swept(sweep.RemovedBlobs, sweep.RemovedBytes, _options.TimeProvider.GetElapsedTime(begun));
        }
    }
}

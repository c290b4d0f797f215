using System.Collections.Concurrent;
using Holdfast.Journaling;
using Holdfast.Storage;
using Microsoft.Extensions.Logging;

namespace Holdfast.Runtime;

/// <summary>Writes settlements to the store, one transaction at a time, in the background, and trims the journal behind them.</summary>
internal sealed class Settler(ISettledStore store, Journal journal, EngineInstruments instruments, EngineOptions options, ILogger logger)
{
    private readonly ConcurrentQueue<Settlement> _queue = new();
    private readonly long[] _oldestUnsettled = new long[options.Owners];
    private long _settledRuns;
    private Task<Task> _pump = Task.FromResult(Task.CompletedTask);
    private int _isPumping;
    private volatile bool _isStopping;

    /// <summary>Settlements of runs that are durable.</summary>
    public long SettledRuns => Interlocked.Read(ref _settledRuns);

    public void Enqueue(Settlement settlement)
    {
        _queue.Enqueue(settlement);
        EnsurePumping();
    }

    /// <summary>An owner says that all its records before a journal position are settled; when every owner has, the journal is trimmed.</summary>
    public void ReportOldestUnsettled(int owner, long lsn)
    {
        Volatile.Write(ref _oldestUnsettled[owner], lsn);
        var oldest = _oldestUnsettled.Min();
        if (oldest > journal.FirstLsn)
        {
            journal.Trim(oldest);
        }
    }

    /// <summary>Ends the transaction under way and begins no other; what waits is settled after the next start.</summary>
    public async Task StopAsync()
    {
        _isStopping = true;
        await _pump.Unwrap();
    }

    private void EnsurePumping()
    {
        if (Interlocked.Exchange(ref _isPumping, 1) == 0)
        {
            _pump = Task.Factory.StartNew(PumpAsync, CancellationToken.None, TaskCreationOptions.DenyChildAttach, options.BackgroundScheduler);
        }
    }

    private async Task PumpAsync()
    {
        await WriteQueuedAsync();
        Volatile.Write(ref _isPumping, 0);
        if (!_queue.IsEmpty && !_isStopping)
        {
            EnsurePumping();
        }
    }

    private async Task WriteQueuedAsync()
    {
        while (!_isStopping && _queue.TryDequeue(out var settlement))
        {
            await WriteAsync(settlement);
        }
    }

    private async Task WriteAsync(Settlement settlement)
    {
        var succeeded = true;
        try
        {
            await store.SettleAsync([.. settlement.Runs.Select(r => r.Settlement)], CancellationToken.None);
            Interlocked.Add(ref _settledRuns, settlement.Runs.Count);
            instruments.Settled(settlement.Runs.Count);
        }
        catch (Exception exception)
        {
            OwnerLog.SettlingFailed(logger, exception, settlement.Runs.Count);
            succeeded = false;
        }

        settlement.Owner.Mailbox.Post(new SettlementEnded(settlement.Runs, succeeded));
    }
}

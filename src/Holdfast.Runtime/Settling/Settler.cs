using System.Collections.Concurrent;
using Holdfast.Journaling;
using Holdfast.Storage;
using Microsoft.Extensions.Logging;

namespace Holdfast.Runtime;

/// <summary>Writes settlements to the store, one transaction at a time, in the background, and trims the journal behind them.</summary>
internal sealed class Settler(ISettledStore store, Journal journal, RetentionSweep retention, EngineInstruments instruments, EngineOptions options, ILogger logger)
{
    private static readonly TimeSpan SweepInterval = TimeSpan.FromMinutes(1);
    private readonly ConcurrentQueue<Settlement> _queue = new();
    private readonly long[] _oldestUnsettled = new long[options.Owners];
    private long _nextSweepTicks;
    private long _forgottenBelowLsn;
    private Task<Task> _pump = Task.FromResult(Task.CompletedTask);
    private int _isPumping;
    private volatile bool _isStopping;

    public void Enqueue(Settlement settlement)
    {
        _queue.Enqueue(settlement);
        EnsurePumping();
    }

    /// <summary>Looks for closed runs whose retention is over, when it is time to. From any thread.</summary>
    public void SweepWhenDue()
    {
        if (!_isStopping && IsSweepDue)
        {
            EnsurePumping();
        }
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

    private bool IsSweepDue => options.TimeProvider.GetUtcNow().UtcTicks >= Volatile.Read(ref _nextSweepTicks);

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
        await SweepAsync();

        Volatile.Write(ref _isPumping, 0);
        if (!_queue.IsEmpty && !_isStopping)
        {
            EnsurePumping();
        }
    }

    /// <summary>Deletes closed runs whose retention is over.</summary>
    private async Task SweepAsync()
    {
        if (!IsSweepDue)
        {
            return;
        }

        var now = options.TimeProvider.GetUtcNow();
        Volatile.Write(ref _nextSweepTicks, (now + SweepInterval).UtcTicks);
        foreach (var @namespace in await ReadNamespacesAsync())
        {
            try
            {
                await DeleteExpiredAsync(@namespace, now);
            }
            catch (Exception exception)
            {
                OwnerLog.SweepFailed(logger, exception, @namespace);
            }
        }

        await ForgetDeletedAsync();
    }

    private async Task<IReadOnlyList<string>> ReadNamespacesAsync()
    {
        try
        {
            return await store.ReadNamespacesAsync(CancellationToken.None);
        }
        catch (Exception exception)
        {
            OwnerLog.SweepFailed(logger, exception, "*");
            return [];
        }
    }

    /// <summary>Which runs were deleted matters as long as the journal holds records of them.</summary>
    private async Task ForgetDeletedAsync()
    {
        var firstLsn = journal.FirstLsn;
        if (firstLsn == _forgottenBelowLsn)
        {
            return;
        }

        try
        {
            await store.ForgetDeletedAsync(firstLsn, CancellationToken.None);
            _forgottenBelowLsn = firstLsn;
        }
        catch (Exception exception)
        {
            OwnerLog.ForgettingFailed(logger, exception);
        }
    }

    /// <summary>Deletes some at a time until none is left that is due; settlements that came meanwhile go first.</summary>
    private async Task DeleteExpiredAsync(string @namespace, DateTimeOffset now)
    {
        while (!_isStopping && await retention.DeleteSomeAsync(@namespace, now))
        {
            await WriteQueuedAsync();
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

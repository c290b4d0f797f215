using Holdfast.Journaling;
using Holdfast.Storage;
using Microsoft.Extensions.Logging;

namespace Holdfast.Runtime;

/// <summary>Has runs deleted whose retention is over, in the background and at an even pace. See docs/internals/runtime.md.</summary>
/// <remarks>
/// Each deletion is a transaction of its own, as small as keeps the store for some milliseconds. The store takes its calls in order, so a settlement waits for one
/// deletion at most; between two deletions the sweep rests (<see cref="SweepPace"/>).
/// </remarks>
internal sealed class RetentionSweeper : IDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);
    private readonly ISettledStore _store;
    private readonly Journal _journal;
    private readonly RetentionSweep _retention;
    private readonly SweepPace _pace;
    private readonly TimeProvider _timeProvider;
    private readonly ILogger _logger;
    private readonly PeriodicSweep _sweeps;
    private long _forgottenBelowLsn;

    public RetentionSweeper(ISettledStore store, Journal journal, RetentionSweep retention, SweepPace pace, EngineOptions options, ILogger logger)
    {
        (_store, _journal, _retention, _pace, _timeProvider, _logger) = (store, journal, retention, pace, options.TimeProvider, logger);
        _sweeps = new PeriodicSweep(Interval, SweepAsync, options);
    }

    /// <inheritdoc cref="PeriodicSweep.SweepWhenDue"/>
    public void SweepWhenDue() => _sweeps.SweepWhenDue();

    /// <inheritdoc cref="PeriodicSweep.StopAsync"/>
    public Task StopAsync() => _sweeps.StopAsync();

    /// <inheritdoc/>
    public void Dispose() => _sweeps.Dispose();

    private async Task SweepAsync(DateTimeOffset now, CancellationToken stopping)
    {
        _pace.Begin();
        await DeleteExpiredAsync(now, stopping);
        await ForgetDeletedAsync(stopping);
    }

    private async Task DeleteExpiredAsync(DateTimeOffset now, CancellationToken stopping)
    {
        foreach (var @namespace in await ReadNamespacesAsync(stopping))
        {
            try
            {
                await RepeatAsync(() => _retention.DeleteSomeAsync(@namespace, now), stopping);
            }
            catch (Exception exception) when (!stopping.IsCancellationRequested)
            {
                OwnerLog.SweepFailed(_logger, exception, @namespace);
            }
        }
    }

    private async Task<IReadOnlyList<string>> ReadNamespacesAsync(CancellationToken stopping)
    {
        try
        {
            return await _store.ReadNamespacesAsync(stopping);
        }
        catch (Exception exception) when (!stopping.IsCancellationRequested)
        {
            OwnerLog.SweepFailed(_logger, exception, "*");
            return [];
        }
    }

    /// <summary>Which runs were deleted matters as long as the journal holds records of them.</summary>
    private async Task ForgetDeletedAsync(CancellationToken stopping)
    {
        var firstLsn = _journal.FirstLsn;
        if (firstLsn == _forgottenBelowLsn)
        {
            return;
        }

        try
        {
            await RepeatAsync(async () => await _store.ForgetDeletedAsync(firstLsn, SweepPace.NotesPerTurn, CancellationToken.None) == SweepPace.NotesPerTurn, stopping);
            _forgottenBelowLsn = firstLsn;
        }
        catch (Exception exception) when (!stopping.IsCancellationRequested)
        {
            OwnerLog.ForgettingFailed(_logger, exception);
        }
    }

    /// <summary>Does something again and again, with rests, until it says that nothing is left.</summary>
    private async Task RepeatAsync(Func<Task<bool>> turn, CancellationToken stopping)
    {
        stopping.ThrowIfCancellationRequested();
        var begun = _timeProvider.GetTimestamp();
        while (await turn())
        {
            var rest = _pace.RestAfter(_timeProvider.GetElapsedTime(begun));
            await Task.Delay(rest, _timeProvider, stopping);
            begun = _timeProvider.GetTimestamp();
        }
    }
}

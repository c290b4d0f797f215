using Holdfast.Journaling;
using Holdfast.Storage;
using Microsoft.Extensions.Logging;

namespace Holdfast.Runtime;

/// <summary>Has runs deleted whose retention is over, in the background and at an even pace. See docs/internals/runtime.md.</summary>
/// <remarks>
/// Each deletion is a transaction of its own, as small as keeps the store for some milliseconds. The store takes its calls in order, so a settlement waits for one
/// deletion at most; between two deletions the sweep rests (<see cref="SweepPace"/>).
/// </remarks>
internal sealed class RetentionSweeper(ISettledStore store, Journal journal, RetentionSweep retention, SweepPace pace, EngineOptions options, ILogger logger)
    : PeriodicSweep(TimeSpan.FromSeconds(5), options)
{
    private long _forgottenBelowLsn;

    /// <inheritdoc/>
    protected override async Task SweepAsync(DateTimeOffset now, CancellationToken stopping)
    {
        pace.Begin();
        await DeleteExpiredAsync(now, stopping);
        await ForgetDeletedAsync(stopping);
    }

    private async Task DeleteExpiredAsync(DateTimeOffset now, CancellationToken stopping)
    {
        foreach (var @namespace in await ReadNamespacesAsync(stopping))
        {
            try
            {
                await RepeatAsync(() => retention.DeleteSomeAsync(@namespace, now), stopping);
            }
            catch (Exception exception) when (!stopping.IsCancellationRequested)
            {
                OwnerLog.SweepFailed(logger, exception, @namespace);
            }
        }
    }

    private async Task<IReadOnlyList<string>> ReadNamespacesAsync(CancellationToken stopping)
    {
        try
        {
            return await store.ReadNamespacesAsync(stopping);
        }
        catch (Exception exception) when (!stopping.IsCancellationRequested)
        {
            OwnerLog.SweepFailed(logger, exception, "*");
            return [];
        }
    }

    /// <summary>Which runs were deleted matters as long as the journal holds records of them.</summary>
    private async Task ForgetDeletedAsync(CancellationToken stopping)
    {
        var firstLsn = journal.FirstLsn;
        if (firstLsn == _forgottenBelowLsn)
        {
            return;
        }

        try
        {
            await RepeatAsync(async () => await store.ForgetDeletedAsync(firstLsn, SweepPace.NotesPerTurn, CancellationToken.None) == SweepPace.NotesPerTurn, stopping);
            _forgottenBelowLsn = firstLsn;
        }
        catch (Exception exception) when (!stopping.IsCancellationRequested)
        {
            OwnerLog.ForgettingFailed(logger, exception);
        }
    }

    /// <summary>Does something again and again, with rests, until it says that nothing is left.</summary>
    private async Task RepeatAsync(Func<Task<bool>> turn, CancellationToken stopping)
    {
        stopping.ThrowIfCancellationRequested();
        var begun = Options.TimeProvider.GetTimestamp();
        while (await turn())
        {
            var rest = pace.RestAfter(Options.TimeProvider.GetElapsedTime(begun));
            await Task.Delay(rest, Options.TimeProvider, stopping);
            begun = Options.TimeProvider.GetTimestamp();
        }
    }
}

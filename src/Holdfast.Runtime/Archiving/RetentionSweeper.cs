using Holdfast.Journaling;
using Holdfast.Protocol;
using Holdfast.Storage;
using Microsoft.Extensions.Logging;

namespace Holdfast.Runtime;

/// <summary>Has runs deleted whose retention is over, in the background and at an even pace. See docs/internals/runtime.md.</summary>
/// <remarks>
/// Each deletion is a transaction of its own, as small as keeps the store for some milliseconds. The store takes its calls in order, so a settlement waits for one
/// deletion at most; between two deletions the sweep rests (<see cref="SweepPace"/>).
/// </remarks>
internal sealed class RetentionSweeper(ISettledStore store, Journal journal, RetentionSweep retention, SweepPace pace, EngineOptions options, ILogger logger) : IDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);
    private readonly CancellationTokenSource _stopping = new();
    private long _nextSweepTicks;
    private long _forgottenBelowLsn;
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

    /// <summary>Ends the deletion under way and begins no other; the next start begins anew.</summary>
    public Task StopAsync()
    {
        _stopping.CancelHere();
        return _sweep.Unwrap();
    }

    /// <inheritdoc/>
    public void Dispose() => _stopping.Dispose();

    private async Task SweepAsync()
    {
        var now = options.TimeProvider.GetUtcNow();
        Volatile.Write(ref _nextSweepTicks, (now + Interval).UtcTicks);
        pace.Begin();
        try
        {
            await DeleteExpiredAsync(now);
            await ForgetDeletedAsync();
        }
        catch (OperationCanceledException) when (_stopping.IsCancellationRequested)
        {
            // What it did not come to is there at the next start.
        }

        Volatile.Write(ref _isSweeping, 0);
    }

    private async Task DeleteExpiredAsync(DateTimeOffset now)
    {
        foreach (var @namespace in await ReadNamespacesAsync())
        {
            try
            {
                await RepeatAsync(() => retention.DeleteSomeAsync(@namespace, now));
            }
            catch (Exception exception) when (!_stopping.IsCancellationRequested)
            {
                OwnerLog.SweepFailed(logger, exception, @namespace);
            }
        }
    }

    private async Task<IReadOnlyList<string>> ReadNamespacesAsync()
    {
        try
        {
            return await store.ReadNamespacesAsync(_stopping.Token);
        }
        catch (Exception exception) when (!_stopping.IsCancellationRequested)
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
            await RepeatAsync(async () => await store.ForgetDeletedAsync(firstLsn, SweepPace.NotesPerTurn, CancellationToken.None) == SweepPace.NotesPerTurn);
            _forgottenBelowLsn = firstLsn;
        }
        catch (Exception exception) when (!_stopping.IsCancellationRequested)
        {
            OwnerLog.ForgettingFailed(logger, exception);
        }
    }

    /// <summary>Does something again and again, with rests, until it says that nothing is left.</summary>
    private async Task RepeatAsync(Func<Task<bool>> turn)
    {
        _stopping.Token.ThrowIfCancellationRequested();
        var begun = options.TimeProvider.GetTimestamp();
        while (await turn())
        {
            var rest = pace.RestAfter(options.TimeProvider.GetElapsedTime(begun));
            await Task.Delay(rest, options.TimeProvider, _stopping.Token);
            begun = options.TimeProvider.GetTimestamp();
        }
    }
}

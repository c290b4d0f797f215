using Holdfast.Protocol;

namespace Holdfast.Runtime;

/// <summary>Sweeps now and then, in the background, one sweep at a time.</summary>
/// <param name="interval">Least time between the beginnings of two sweeps.</param>
/// <param name="sweep">Sweeps, given the time at which it begins; sees to its own errors, save that it was stopped.</param>
/// <param name="options">The clock, and where it runs.</param>
internal sealed class PeriodicSweep(TimeSpan interval, Func<DateTimeOffset, CancellationToken, Task> sweep, EngineOptions options) : IDisposable
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
        var now = options.TimeProvider.GetUtcNow();
        Volatile.Write(ref _nextSweepTicks, (now + interval).UtcTicks);
        try
        {
            await sweep(now, _stopping.Token);
        }
        catch (OperationCanceledException) when (_stopping.IsCancellationRequested)
        {
            // What it did not come to is there at the next start.
        }

        Volatile.Write(ref _isSweeping, 0);
    }
}

using Holdfast.Protocol;

namespace Holdfast.Runtime;

/// <summary>Sweeps now and then, in the background, one sweep at a time.</summary>
/// <param name="interval">Least time between the beginnings of two sweeps.</param>
/// <param name="options">The clock, and where it runs.</param>
internal abstract class PeriodicSweep(TimeSpan interval, EngineOptions options) : IDisposable
{
    private readonly CancellationTokenSource _stopping = new();
    private long _nextSweepTicks;
    private Task<Task> _sweep = Task.FromResult(Task.CompletedTask);
    private int _isSweeping;

    /// <summary>The clock, and where it runs.</summary>
    protected EngineOptions Options { get; } = options;

    /// <summary>Sweeps when it is time to and no sweep is under way. From any thread.</summary>
    public void SweepWhenDue()
    {
        if (Options.TimeProvider.GetUtcNow().UtcTicks >= Volatile.Read(ref _nextSweepTicks) && Interlocked.Exchange(ref _isSweeping, 1) == 0)
        {
            _sweep = Task.Factory.StartNew(RunAsync, CancellationToken.None, TaskCreationOptions.DenyChildAttach, Options.BackgroundScheduler);
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

    /// <summary>Sweeps once.</summary>
    /// <param name="now">The time at which it begins.</param>
    /// <param name="stopping">Ends it. It sees to its other errors itself.</param>
    protected abstract Task SweepAsync(DateTimeOffset now, CancellationToken stopping);

    private async Task RunAsync()
    {
        var now = Options.TimeProvider.GetUtcNow();
        Volatile.Write(ref _nextSweepTicks, (now + interval).UtcTicks);
        try
        {
            await SweepAsync(now, _stopping.Token);
        }
        catch (OperationCanceledException) when (_stopping.IsCancellationRequested)
        {
            // What it did not come to is there at the next start.
        }

        Volatile.Write(ref _isSweeping, 0);
    }
}

namespace Holdfast;

/// <summary>A timer of library code as a durable timer. It is canceled by its owner alone, as timers are, and not with a cancellation scope.</summary>
internal sealed class WorkflowTimer(TimerCallback callback, object? state) : ITimer
{
    private CancellationTokenSource? _running;
    private bool _isDisposed;

    public bool Change(TimeSpan dueTime, TimeSpan period)
    {
        if (_isDisposed)
        {
            return false;
        }

        Stop();
        if (dueTime != Timeout.InfiniteTimeSpan)
        {
            _running = new CancellationTokenSource();
            _ = TickAsync(dueTime, period, _running.Token);
        }

        return true;
    }

    public void Dispose()
    {
        _isDisposed = true;
        Stop();
    }

    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task TickAsync(TimeSpan dueTime, TimeSpan period, CancellationToken stop)
    {
        try
        {
            // A callback that is due at once still comes after the code that made the timer.
            await Task.Yield();
            var delay = dueTime;
            do
            {
                await Workflow.DelayAsync(delay, stop);
                callback(state);
                delay = period;
            }
            while (delay > TimeSpan.Zero && !stop.IsCancellationRequested);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // Changed or disposed.
        }
    }

    private void Stop()
    {
        _running?.Cancel();
        _running?.Dispose();
        _running = null;
    }
}

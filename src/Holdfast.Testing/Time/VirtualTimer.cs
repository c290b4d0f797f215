using System.Diagnostics.CodeAnalysis;

namespace Holdfast.Testing;

/// <summary>A timer of a <see cref="VirtualTimeProvider"/>.</summary>
internal sealed class VirtualTimer(VirtualTimeProvider clock, TimerCallback callback, object? state) : ITimer
{
    private readonly Lock _gate = new();
    [SuppressMessage("Usage", "CA2213:Disposable fields should be disposed", Justification = "An execution context holds nothing; disposing it while a callback runs in it would be an error.")]
    private readonly ExecutionContext? _creatorContext = ExecutionContext.Capture();
    private ArmedTimer? _armed;
    private TimeSpan _period = Timeout.InfiniteTimeSpan;
    private bool _disposed;

    /// <summary>Who waits for the timer; null for nobody in particular.</summary>
    public object? Waiter { get; init; }

    public bool Change(TimeSpan dueTime, TimeSpan period)
    {
        ThrowIfOutOfRange(dueTime, nameof(dueTime));
        ThrowIfOutOfRange(period, nameof(period));
        lock (_gate)
        {
            if (_disposed)
            {
                return false;
            }

            _period = period;
            Rearm(dueTime);
        }

        if (dueTime != Timeout.InfiniteTimeSpan)
        {
            clock.TimerArmed?.Invoke();
        }

        return true;
    }

    public void Dispose()
    {
        lock (_gate)
        {
            _disposed = true;
            Rearm(Timeout.InfiniteTimeSpan);
        }
    }

    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>Arms the next period, then runs the callback as its creator would have seen it. Does nothing when the timer was moved or disposed since it came due.</summary>
    internal void Run(ArmedTimer due)
    {
        lock (_gate)
        {
            if (!ReferenceEquals(_armed, due))
            {
                return;
            }

            _armed = null;
            Rearm(_period == TimeSpan.Zero ? Timeout.InfiniteTimeSpan : _period);
        }

        if (_creatorContext is null)
        {
            callback(state);
            return;
        }

        ExecutionContext.Run(_creatorContext, static timer => ((VirtualTimer)timer!).InvokeCallback(), this);
    }

    private void InvokeCallback() => callback(state);

    private void Rearm(TimeSpan delay)
    {
        if (_armed is not null)
        {
            clock.Disarm(_armed);
        }

        _armed = delay == Timeout.InfiniteTimeSpan ? null : clock.Arm(this, delay);
    }

    private static void ThrowIfOutOfRange(TimeSpan value, string name)
    {
        if (value != Timeout.InfiniteTimeSpan)
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, TimeSpan.Zero, name);
        }
    }
}

using Holdfast.Protocol;

namespace Holdfast.Runtime;

/// <summary>Wakes a loop that waits, on one thread at a time. Setting it costs a memory read while the loop is awake.</summary>
internal sealed class LoopSignal(TimeProvider timeProvider) : IDisposable
{
    private static readonly TimeSpan Spin = TimeSpan.FromMicroseconds(20);
    private readonly TimeProvider _timeProvider = timeProvider;
    private readonly long _spinTicks = (long)(Spin.TotalSeconds * timeProvider.TimestampFrequency);
    private readonly AutoResetEvent _event = new(false);
    private int _isSet;
    private int _isWaiting;

    public void Set()
    {
        if (Interlocked.Exchange(ref _isSet, 1) == 0 && Volatile.Read(ref _isWaiting) == 1)
        {
            _event.Set();
        }
    }

    /// <summary>Waits until it is set, or the time has passed; null means without limit. Unsets it.</summary>
    public void Wait(TimeSpan? limit)
    {
        var idleSince = _timeProvider.GetTimestamp();
        while (_timeProvider.GetTimestamp() - idleSince < _spinTicks)
        {
            if (Volatile.Read(ref _isSet) == 1)
            {
                Volatile.Write(ref _isSet, 0);
                return;
            }

            // Looking must not keep the thread that will bring the work from running.
            Thread.Yield();
        }

        var waitedBefore = Interlocked.Exchange(ref _isWaiting, 1);
        Invariant.That(waitedBefore == 0, "One thread at a time waits for a loop's signal.");
        if (Interlocked.Exchange(ref _isSet, 0) == 0)
        {
            _event.WaitOne(limit is { } time ? ToMilliseconds(time) : Timeout.Infinite);
        }

        Interlocked.Exchange(ref _isWaiting, 0);
        Interlocked.Exchange(ref _isSet, 0);
    }

    public void Dispose() => _event.Dispose();

    private static int ToMilliseconds(TimeSpan time) => time <= TimeSpan.Zero ? 0 : (int)Math.Min(Math.Ceiling(time.TotalMilliseconds), int.MaxValue - 1);
}

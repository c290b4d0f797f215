namespace Holdfast.Runtime;

/// <summary>Wakes a loop that waits. Setting it costs a memory read while the loop is awake.</summary>
internal sealed class LoopSignal : IDisposable
{
    private const int SpinsBeforeBlocking = 64;
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
        SpinWait spin = default;
        for (var i = 0; i < SpinsBeforeBlocking; i++)
        {
            if (Interlocked.Exchange(ref _isSet, 0) == 1)
            {
                return;
            }

            spin.SpinOnce(sleep1Threshold: -1);
        }

        Interlocked.Exchange(ref _isWaiting, 1);
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

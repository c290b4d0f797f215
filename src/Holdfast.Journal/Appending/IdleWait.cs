namespace Holdfast.Journaling.Appending;

/// <summary>
/// How the writer waits for work: it looks for a short while, then sleeps. It looks only as long as appends have
/// lately been coming within that while, so a quiet journal costs no processor time.
/// </summary>
internal sealed class IdleWait(TimeProvider time, TimeSpan maxSpin, Func<bool> hasWork)
{
    private readonly object _park = new();
    private readonly long _maxSpinTicks = (long)(maxSpin.TotalSeconds * time.TimestampFrequency);
    private long _spinTicks = (long)(maxSpin.TotalSeconds * time.TimestampFrequency);
    private long _wokenAt;
    private bool _isParked;
    private bool _isStopped;

    public bool IsStopped => Volatile.Read(ref _isStopped);

    /// <summary>Returns when there is work or the wait was stopped.</summary>
    public void Wait()
    {
        long idleSince = time.GetTimestamp();
        long arrivedAt = Spin(idleSince) ? time.GetTimestamp() : Park();
        bool cameSoon = arrivedAt - idleSince <= _maxSpinTicks;
        _spinTicks = cameSoon ? _maxSpinTicks : _spinTicks / 2;
    }

    /// <summary>Wakes the waiting thread when it sleeps.</summary>
    public void Signal()
    {
        // The queue was written before; without the fence the flag could be read earlier than that write is seen.
        Interlocked.MemoryBarrier();
        if (Volatile.Read(ref _isParked))
        {
            Wake();
        }
    }

    public void Stop()
    {
        Volatile.Write(ref _isStopped, true);
        Wake();
    }

    private bool Spin(long idleSince)
    {
        while (time.GetTimestamp() - idleSince < _spinTicks)
        {
            if (hasWork() || IsStopped)
            {
                return true;
            }

            // Looking must not keep the thread that will bring the work from running.
            Thread.Yield();
        }

        return false;
    }

    private long Park()
    {
        lock (_park)
        {
            _wokenAt = time.GetTimestamp();
            Volatile.Write(ref _isParked, true);
            Interlocked.MemoryBarrier();
            while (!hasWork() && !IsStopped)
            {
                Monitor.Wait(_park);
            }

            Volatile.Write(ref _isParked, false);
            return _wokenAt;
        }
    }

    private void Wake()
    {
        lock (_park)
        {
            _wokenAt = time.GetTimestamp();
            Monitor.PulseAll(_park);
        }
    }
}

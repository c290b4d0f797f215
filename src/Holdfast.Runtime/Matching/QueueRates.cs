namespace Holdfast.Runtime;

/// <summary>How fast attempts come into a task queue and leave it, over a window of time. Guarded by the task queue's lock.</summary>
internal sealed class QueueRates(DateTimeOffset began)
{
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan ShortestWindow = TimeSpan.FromSeconds(1);
    private readonly Queue<(DateTimeOffset Time, long Added, long Dispatched)> _samples = new([(began, 0L, 0L)]);
    private long _added;
    private long _dispatched;

    /// <summary>An attempt came.</summary>
    public void Add() => _added++;

    /// <summary>A worker got an attempt.</summary>
    public void Dispatch() => _dispatched++;

    /// <summary>Remembers how many there were; to be called every second or so.</summary>
    public void Sample(DateTimeOffset now)
    {
        while (_samples.TryPeek(out var oldest) && oldest.Time < now - Window)
        {
            _samples.Dequeue();
        }

        _samples.Enqueue((now, _added, _dispatched));
    }

    /// <summary>Attempts per second that came, and that workers got.</summary>
    public (double Added, double Dispatched) PerSecond(DateTimeOffset now)
    {
        if (!_samples.TryPeek(out var oldest))
        {
            return (_added, _dispatched);
        }

        var time = now - oldest.Time;
        var seconds = (time > ShortestWindow ? time : ShortestWindow).TotalSeconds;
        return ((_added - oldest.Added) / seconds, (_dispatched - oldest.Dispatched) / seconds);
    }
}

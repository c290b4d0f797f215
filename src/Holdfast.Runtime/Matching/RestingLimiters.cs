namespace Holdfast.Runtime;

/// <summary>Limiters of a task queue whose rates hold something back. Guarded by the task queue's lock.</summary>
internal sealed class RestingLimiters
{
    private readonly PriorityQueue<AttemptLimiter, DateTimeOffset> _limiters = new();

    /// <summary>When the first of the rates allows it; null when none holds anything back.</summary>
    public DateTimeOffset? NextDueTime => _limiters.TryPeek(out _, out var time) ? time : null;

    /// <summary>A limiter waits for its rate.</summary>
    public void Add(AttemptLimiter limiter)
    {
        if (!limiter.IsResting)
        {
            limiter.IsResting = true;
            _limiters.Enqueue(limiter, limiter.Rate!.NextTime);
        }
    }

    /// <summary>Where rates allow it, what waits goes on.</summary>
    public void Wake(DateTimeOffset now)
    {
        while (_limiters.TryPeek(out var limiter, out var time) && time <= now)
        {
            _limiters.Dequeue();
            limiter.IsResting = false;
            limiter.WakeNext(now);
        }
    }

    /// <summary>Nothing waits for a rate any more.</summary>
    public void Clear()
    {
        while (_limiters.TryDequeue(out var limiter, out _))
        {
            limiter.IsResting = false;
        }
    }
}

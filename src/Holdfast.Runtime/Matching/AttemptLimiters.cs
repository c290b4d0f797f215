namespace Holdfast.Runtime;

/// <summary>The limiters of one sort: those of activity types, of concurrency keys, or of keys within types. Guarded by the task queue's lock.</summary>
internal sealed class AttemptLimiters(RestingLimiters resting)
{
    private const int LimitersBeforeSweep = 1_000;
    private readonly Dictionary<string, AttemptLimiter> _limiters = new(StringComparer.Ordinal);
    private int _sweepAt = LimitersBeforeSweep;

    /// <summary>The limiter of a name; null when nothing limits it.</summary>
    public AttemptLimiter? Of(string name, AttemptLimit limit, DateTimeOffset now)
    {
        if (!_limiters.TryGetValue(name, out var limiter) && !limit.IsNone)
        {
            Sweep(now);
            _limiters[name] = limiter = new AttemptLimiter(name, resting);
            limiter.Apply(limit);
        }

        return limiter;
    }

    /// <summary>Lets other limits hold.</summary>
    /// <param name="limitOf">The limit of each name.</param>
    public void Apply(Func<string, AttemptLimit> limitOf)
    {
        foreach (var (name, limiter) in _limiters)
        {
            limiter.Apply(limitOf(name));
        }
    }

    /// <summary>Lets everything through that waits.</summary>
    public void Lift()
    {
        foreach (var limiter in _limiters.Values)
        {
            limiter.Lift();
        }
    }

    /// <summary>An attempt ended; nothing is remembered of what has none left and whose rate is at rest.</summary>
    public void Ended(AttemptLimiter? limiter, DateTimeOffset now)
    {
        if (limiter?.IsForgettable(now) == true)
        {
            _limiters.Remove(limiter.Name);
        }
    }

    /// <summary>Rates come to rest by time alone.</summary>
    private void Sweep(DateTimeOffset now)
    {
        if (_limiters.Count < _sweepAt)
        {
            return;
        }

        foreach (var (name, limiter) in _limiters)
        {
            if (limiter.IsForgettable(now))
            {
                _limiters.Remove(name);
            }
        }

        _sweepAt = Math.Max(LimitersBeforeSweep, _limiters.Count * 2);
    }
}

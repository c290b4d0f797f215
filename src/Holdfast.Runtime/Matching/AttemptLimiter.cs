namespace Holdfast.Runtime;

/// <summary>How many attempts of one kind may be out at a time, how fast they may start, and who waits for that. Guarded by its task queue's lock.</summary>
/// <remarks>Derived state: after a restart no attempt is out, because those of the dead process are lost and offered again.</remarks>
/// <param name="name">The activity type, the concurrency key, or both.</param>
/// <param name="resting">Where it waits for its rate.</param>
internal sealed class AttemptLimiter(string name, RestingLimiters resting)
{
    private readonly PriorityQueue<IParkedLane, (int Level, double Turn, long Order)> _parked = new();
    private long _order;

    /// <summary>The activity type, the concurrency key, or both.</summary>
    public string Name { get; } = name;

    /// <summary>Most attempts at a time.</summary>
    public int Limit { get; private set; } = int.MaxValue;

    /// <summary>How fast attempts may start; null when nothing limits that.</summary>
    public TokenBucket? Rate { get; private set; }

    /// <summary>Attempts that are out.</summary>
    public int Count { get; private set; }

    /// <summary>Lanes that wait for room.</summary>
    public int ParkedCount => _parked.Count;

    /// <summary>True while it waits for its rate with what it holds back.</summary>
    public bool IsResting { get; set; }

    public bool HasRoom => Count < Limit;

    /// <summary>Attempts that wait or are out: while there are any, the limit must stay this one object.</summary>
    public int Uses { get; private set; }

    /// <summary>Whether one more may start now.</summary>
    public bool Allows(DateTimeOffset now) => HasRoom && !IsTooSoon(now);

    /// <summary>True when nothing need be remembered of it.</summary>
    public bool IsForgettable(DateTimeOffset now) => Uses == 0 && Rate?.IsFull(now) != false;

    /// <summary>Lets a limit hold; nothing may wait for it.</summary>
    public void Apply(AttemptLimit limit)
    {
        Limit = limit.MaxConcurrent ?? int.MaxValue;
        Rate = limit.PerSecond is { } perSecond ? new TokenBucket(perSecond) : null;
    }

    /// <summary>Lets everything through that waits.</summary>
    public void Lift()
    {
        Apply(default);
        while (_parked.TryDequeue(out var lane, out _))
        {
            lane.Wake();
        }
    }

    public void Enter() => Uses++;

    public void Take(DateTimeOffset now)
    {
        Count++;
        if (Rate is not null)
        {
            Rate.Take(now);
            WakeNext(now);
        }
    }

    public void Release(DateTimeOffset now)
    {
        Count--;
        Uses--;
        WakeNext(now);
    }

    /// <summary>Holds a lane back until there is room.</summary>
    public void Park(IParkedLane lane, DateTimeOffset now)
    {
        _parked.Enqueue(lane, (lane.Limits.Level, lane.Turn, _order++));
        RestWhenTooSoon(now);
    }

    /// <summary>Lets the first of those held back have the room, if there is any.</summary>
    public void WakeNext(DateTimeOffset now)
    {
        if (Allows(now) && _parked.TryDequeue(out var lane, out _))
        {
            lane.Wake();
        }
        else
        {
            RestWhenTooSoon(now);
        }
    }

    private bool IsTooSoon(DateTimeOffset now) => Rate?.NextTime > now;

    /// <summary>What waits for a place comes when one is free; what waits for time has to be woken by it.</summary>
    private void RestWhenTooSoon(DateTimeOffset now)
    {
        if (_parked.Count > 0 && HasRoom && IsTooSoon(now))
        {
            resting.Add(this);
        }
    }
}

namespace Holdfast.Runtime;

/// <summary>One fairness key of a <see cref="FairQueue{T}"/>.</summary>
internal sealed class FairKey<T>(string name, FairQueue<T> queue)
{
    private Lane<T>? _openLane;
    private Dictionary<LaneLimits, Lane<T>>? _limitedLanes;

    /// <summary>The key.</summary>
    public string Name { get; } = name;

    /// <summary>The queue that it is of.</summary>
    public FairQueue<T> Queue { get; } = queue;

    /// <summary>When it is next, in virtual time.</summary>
    public double Turn { get; set; }

    /// <summary>What waits under the key.</summary>
    public int Count { get; set; }

    /// <summary>True while it waits for its turn.</summary>
    public bool IsQueued { get; set; }

    /// <summary>True while its rate holds it back; it counts as queued then.</summary>
    public bool IsResting { get; set; }

    /// <summary>What has waited longest in each of its lanes.</summary>
    public IEnumerable<T> Heads => (_limitedLanes?.Values ?? Enumerable.Empty<Lane<T>>()).Concat(_openLane is null ? [] : [_openLane]).Where(static l => l.Items.Count > 0).Select(static l => l.Items.Peek().Item);

    /// <summary>Lanes whose first item waits for nothing but its turn; the one that came first goes first.</summary>
    public PriorityQueue<Lane<T>, long> ReadyLanes { get; } = new();

    /// <summary>The lane of items with the same limits.</summary>
    public Lane<T> LaneOf(LaneLimits limits)
    {
        if (limits.IsNone)
        {
            return _openLane ??= new Lane<T>(this, limits);
        }

        _limitedLanes ??= [];
        if (!_limitedLanes.TryGetValue(limits, out var lane))
        {
            _limitedLanes[limits] = lane = new Lane<T>(this, limits);
        }

        return lane;
    }

    /// <summary>The lane is empty.</summary>
    public void Forget(Lane<T> lane) => _limitedLanes?.Remove(lane.Limits);
}

namespace Holdfast.Runtime;

/// <summary>How many attempts of one kind may be out at a time, and who waits for room. Guarded by its task queue's lock.</summary>
/// <remarks>Derived state: after a restart no attempt is out, because those of the dead process are lost and offered again.</remarks>
internal sealed class ConcurrencyLimiter(string name, int limit)
{
    private readonly PriorityQueue<IParkedLane, (int Level, double Turn, long Order)> _parked = new();
    private long _order;

    /// <summary>The activity type or concurrency key.</summary>
    public string Name { get; } = name;

    /// <summary>Most attempts at a time.</summary>
    public int Limit
    {
        get;
        set
        {
            field = value;
            for (var room = Limit - Count; room > 0 && _parked.Count > 0; room--)
            {
                WakeNext();
            }
        }
    } = limit;

    /// <summary>Attempts that are out.</summary>
    public int Count { get; private set; }

    /// <summary>Lanes that wait for room.</summary>
    public int ParkedCount => _parked.Count;

    public bool HasRoom => Count < Limit;

    /// <summary>Attempts that wait or are out: while there are any, the limit must stay this one object.</summary>
    public int Uses { get; private set; }

    public void Enter() => Uses++;

    public void Take() => Count++;

    public void Release()
    {
        Count--;
        Uses--;
        WakeNext();
    }

    /// <summary>Holds a lane back until there is room.</summary>
    public void Park(IParkedLane lane) => _parked.Enqueue(lane, (lane.Limits.Level, lane.Turn, _order++));

    /// <summary>Lets the first of those held back have the room, if there is any.</summary>
    public void WakeNext()
    {
        if (HasRoom && _parked.TryDequeue(out var lane, out _))
        {
            lane.Wake();
        }
    }
}

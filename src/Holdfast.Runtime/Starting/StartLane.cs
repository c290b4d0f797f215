namespace Holdfast.Runtime;

/// <summary>Runs under the same limits on starts, of one priority: when the first cannot be let in, neither can the others. Guarded by its <see cref="StartQueue"/>'s lock.</summary>
internal sealed class StartLane(StartKind kind, StartPool[] pools)
{
    public StartKind Kind => kind;

    /// <summary>What counts its runs.</summary>
    public StartPool[] Pools => pools;

    /// <summary>Runs that wait for a permit.</summary>
    public SortedSet<StartTicket> Waiting { get; } = new(StartTicket.ByStart);

    /// <summary>Open runs of the lane.</summary>
    public int Tickets { get; set; }

    /// <summary>True while it waits for its turn or is parked at a limit.</summary>
    public bool IsListed { get; set; }

    /// <summary>A limit that has no room; null when each has.</summary>
    public StartPool? FindFull(DateTimeOffset now)
    {
        foreach (var pool in pools)
        {
            if (!pool.HasRoom(kind.IsChild, now))
            {
                return pool;
            }
        }

        return null;
    }

    /// <summary>One more start counts at the rates of the limits that refuse, which decide when a start comes, or of the others, which decide when it is let in.</summary>
    public void TakeFromRates(bool refusing, DateTimeOffset now)
    {
        foreach (var pool in pools)
        {
            if (pool.Refuses(kind.IsChild) == refusing)
            {
                pool.Rate?.Take(now);
            }
        }
    }
}

using Holdfast.Protocol;

namespace Holdfast.Runtime;

/// <summary>Runs that a limit on starts counts together. Guarded by its <see cref="StartQueue"/>'s lock.</summary>
internal sealed class StartPool(StartPoolKind kind, string workflowType, string concurrencyKey)
{
    public StartPoolKind Kind => kind;

    public string WorkflowType => workflowType;

    public string ConcurrencyKey => concurrencyKey;

    /// <summary>The limit that holds; null when there is none.</summary>
    public StartLimit? Limit { get; private set; }

    /// <summary>How fast runs may begin; null when nothing limits that.</summary>
    public TokenBucket? Rate { get; private set; }

    /// <summary>Open runs, those that hold a permit and those that wait, in the order of their start.</summary>
    public SortedSet<StartTicket> Members { get; } = new(StartTicket.ByStart);

    /// <summary>Those that hold a permit.</summary>
    public int Held { get; set; }

    /// <summary>Lanes that wait for room here.</summary>
    public PriorityQueue<StartLane, (int Priority, RunId First)> Parked { get; } = new();

    /// <summary>Lets another limit hold.</summary>
    public void Apply(StartLimit? limit)
    {
        if (limit?.StartsPerSecond != Limit?.StartsPerSecond)
        {
            Rate = limit?.StartsPerSecond is { } perSecond ? new TokenBucket(perSecond) : null;
        }

        Limit = limit;
    }

    /// <summary>True when the limit refuses starts that find no room; those of children wait.</summary>
    public bool Refuses(bool isChild) => !isChild && Limit?.Policy == StartLimitPolicy.Rejected;

    /// <summary>Whether one more may hold a permit now. Where starts are refused, what was not has its place already.</summary>
    public bool HasRoom(bool isChild, DateTimeOffset now) => Refuses(isChild) || (!IsFull && !IsTooSoon(now));

    /// <summary>Whether one more start may come in now, perhaps in the place of a run that leaves.</summary>
    public bool MayEnter(StartTicket? leaving, DateTimeOffset now) =>
        !(Limit?.MaxConcurrent <= Members.Count - (leaving is not null && Members.Contains(leaving) ? 1 : 0)) && !IsTooSoon(now);

    /// <summary>True when its rate, and not its number, holds back what waits.</summary>
    public bool IsTooSoon(DateTimeOffset now) => Rate?.NextTime > now;

    /// <summary>True when nothing need be remembered of it.</summary>
    public bool IsForgettable(DateTimeOffset now) => Members.Count == 0 && Rate?.IsFull(now) != false;

    private bool IsFull => Limit?.MaxConcurrent <= Held;
}

using Holdfast.Protocol;

namespace Holdfast.Runtime;

/// <summary>The open runs that a <see cref="StartQueue"/> counts, with the lanes and pools they are in. Guarded by that queue's lock.</summary>
internal sealed class StartTickets
{
    private readonly Dictionary<RunId, StartTicket> _tickets = [];
    private readonly Dictionary<StartKind, StartLane> _lanes = [];
    private readonly StartPools _pools = new();

    /// <summary>The lanes that have runs.</summary>
    public IReadOnlyCollection<StartLane> Lanes => _lanes.Values;

    /// <summary>The ticket of a run; null when it is not counted.</summary>
    public StartTicket? Find(RunId runId) => _tickets.GetValueOrDefault(runId);

    /// <summary>The ticket of a run, which is counted from now on at the latest.</summary>
    public StartTicket Of(WorkflowKey workflow, RunId runId, StartPermit permit, DateTimeOffset now) =>
        Find(runId) ?? Enter(workflow, runId, LaneOf(StartKind.Of(permit), now), permit.DebouncedSince);

    /// <summary>The lane of a kind, made when there is none; see <see cref="ForgetUnused"/>.</summary>
    public StartLane LaneOf(StartKind kind, DateTimeOffset now)
    {
        if (!_lanes.TryGetValue(kind, out var lane))
        {
            _lanes[kind] = lane = new StartLane(kind, _pools.Of(kind, now));
        }

        return lane;
    }

    /// <summary>A run is counted from now on.</summary>
    public StartTicket Enter(WorkflowKey workflow, RunId runId, StartLane lane, DateTimeOffset? debouncedSince)
    {
        StartTicket ticket = new(workflow, runId, lane) { DebouncedSince = debouncedSince };
        _tickets.Add(runId, ticket);
        lane.Tickets++;
        foreach (var pool in lane.Pools)
        {
            pool.Members.Add(ticket);
        }

        return ticket;
    }

    /// <summary>A run is no longer counted.</summary>
    public void Leave(StartTicket ticket, DateTimeOffset now)
    {
        if (ticket.State == StartPermitState.Held)
        {
            ticket.GiveBack();
        }

        var lane = ticket.Lane;
        _tickets.Remove(ticket.RunId);
        lane.Waiting.Remove(ticket);
        lane.Tickets--;
        foreach (var pool in lane.Pools)
        {
            pool.Members.Remove(ticket);
        }

        ForgetUnused(lane, now);
    }

    /// <summary>A lane without runs is forgotten, so that none has a limit that another one no longer knows.</summary>
    public void ForgetUnused(StartLane lane, DateTimeOffset now)
    {
        if (lane.Tickets == 0)
        {
            _lanes.Remove(lane.Kind);
            _pools.Forget(lane.Pools, now);
        }
    }

    /// <summary>Lets other limits hold.</summary>
    public void Apply(TaskQueueLimits? limits) => _pools.Apply(limits);

    /// <summary>Nothing waits at any limit any more.</summary>
    public void Unpark() => _pools.Unpark();

    /// <summary>What waits, since when, and what is in.</summary>
    public (int Waiting, DateTimeOffset? OldestSince, int Held) Describe()
    {
        var waiting = _tickets.Values.Where(static t => t.State == StartPermitState.Awaited).ToList();
        return (waiting.Count, waiting.Min(static t => t.AwaitedSince), _tickets.Values.Count(static t => t.State == StartPermitState.Held));
    }
}

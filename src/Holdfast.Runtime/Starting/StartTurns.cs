using Holdfast.Protocol;

namespace Holdfast.Runtime;

/// <summary>
/// Lets in those that wait in the lanes of a <see cref="StartQueue"/>, the most urgent first. A lane whose limit is full is parked at that limit and woken by room
/// there, one lane for each place, so that nothing is scanned and a full limit holds back nothing else. Guarded by that queue's lock.
/// </summary>
/// <param name="granted">Told of each run that is let in and does not ask for itself just now.</param>
internal sealed class StartTurns(Action<StartTicket> granted)
{
    private readonly PriorityQueue<StartLane, (int Priority, RunId First)> _ready = new();
    private readonly HashSet<StartPool> _resting = [];

    /// <summary>A run waits.</summary>
    public void Queue(StartTicket ticket)
    {
        ticket.State = StartPermitState.Awaited;
        ticket.Lane.Waiting.Add(ticket);
        MakeReady(ticket.Lane);
    }

    /// <summary>Lets in whoever may be let in.</summary>
    /// <param name="now">The time.</param>
    /// <param name="asking">The run that asks for itself just now and sees from its ticket that it is in; null when there is none.</param>
    public void Serve(DateTimeOffset now, StartTicket? asking)
    {
        while (_ready.TryDequeue(out var lane, out _))
        {
            lane.IsListed = false;
            if (lane.Waiting.Min is not { } first)
            {
                WakeAt(lane, now);
            }
            else if (lane.FindFull(now) is { } full)
            {
                Park(lane, first, full, now);
            }
            else
            {
                LetIn(first, now, asking);
                MakeReady(lane);
                WakeAt(lane, now);
            }
        }
    }

    /// <summary>Where the lane's limits have room, the first of those parked there has its turn.</summary>
    public void WakeAt(StartLane lane, DateTimeOffset now)
    {
        foreach (var pool in lane.Pools)
        {
            WakeNext(pool, now);
        }
    }

    /// <summary>Where rates have room again, the first of those parked there has its turn.</summary>
    public void WakeAtRates(DateTimeOffset now)
    {
        foreach (var pool in _resting)
        {
            WakeNext(pool, now);
        }
    }

    /// <summary>Everything that waits is looked at anew; nothing may be parked any more.</summary>
    public void Restart(IReadOnlyCollection<StartLane> lanes)
    {
        _resting.Clear();
        _ready.Clear();
        foreach (var lane in lanes)
        {
            lane.IsListed = false;
            MakeReady(lane);
        }
    }

    /// <summary>When the first of the rates that hold something back allows it; null when none does. What waits for a place comes when one is free.</summary>
    public DateTimeOffset? NextRateTime(DateTimeOffset now)
    {
        _resting.RemoveWhere(p => p.Parked.Count == 0 || !p.IsTooSoon(now));
        return _resting.Count == 0 ? null : _resting.Min(static p => p.Rate!.NextTime);
    }

    private void MakeReady(StartLane lane)
    {
        if (!lane.IsListed && lane.Waiting.Min is { } first)
        {
            lane.IsListed = true;
            _ready.Enqueue(lane, (lane.Kind.Priority, first.RunId));
        }
    }

    private void Park(StartLane lane, StartTicket first, StartPool full, DateTimeOffset now)
    {
        lane.IsListed = true;
        full.Parked.Enqueue(lane, (lane.Kind.Priority, first.RunId));
        if (full.IsTooSoon(now))
        {
            _resting.Add(full);
        }

        WakeAt(lane, now); // it leaves room that its other limits have to others
    }

    private void LetIn(StartTicket ticket, DateTimeOffset now, StartTicket? asking)
    {
        ticket.Lane.Waiting.Remove(ticket);
        ticket.Hold();
        ticket.Lane.TakeFromRates(refusing: false, now);
        if (!ReferenceEquals(ticket, asking))
        {
            granted(ticket);
        }
    }

    private void WakeNext(StartPool pool, DateTimeOffset now)
    {
        while (pool.Parked.TryPeek(out var parked, out _) && pool.HasRoom(parked.Kind.IsChild, now))
        {
            pool.Parked.Dequeue();
            parked.IsListed = false;
            if (parked.Waiting.Count > 0)
            {
                MakeReady(parked);
                return;
            }
        }
    }
}

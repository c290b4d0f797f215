using Holdfast.Protocol;

namespace Holdfast.Runtime;

/// <summary>
/// Limits on the starts of one task queue at work: counts the open runs that are under limits, and lets in those that wait. Derived state: rebuilt from the open
/// runs after a restart, before anything is let in.
/// </summary>
/// <remarks>
/// What waits is in lanes of the same limits. A lane whose limit is full is parked at that limit and woken by room there, one lane for each place, so that nothing
/// is scanned and a full limit holds back nothing else. Threading: safe from any thread.
/// </remarks>
internal sealed class StartQueue(TimeProvider timeProvider, Action<WorkflowKey, OwnerMessage> post) : IDisposable
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(1);
    private readonly Lock _lock = new();
    private readonly Dictionary<RunId, StartTicket> _tickets = [];
    private readonly Dictionary<StartKind, StartLane> _lanes = [];
    private readonly StartPools _pools = new();
    private readonly PriorityQueue<StartLane, (int Priority, RunId First)> _ready = new();
    private readonly HashSet<StartPool> _resting = [];
    private TaskQueueLimits? _limits;
    private bool _isKnown;
    private bool _isOpen;
    private StartTicket? _asking;
    private ITimer? _timer;
    private long _dueTicks = long.MaxValue;

    /// <summary>When a rate lets something in that waits; null when nothing waits for a rate.</summary>
    public DateTimeOffset? NextDueTime => Interlocked.Read(ref _dueTicks) is var ticks && ticks == long.MaxValue ? null : new DateTimeOffset(ticks, TimeSpan.Zero);

    /// <summary>Decides what becomes of a start; a run that is to begin is counted from now on.</summary>
    public StartDecision Decide(WorkflowKey workflow, RunId runId, WorkflowExecutionStarted started, RunId? replaced)
    {
        lock (_lock)
        {
            var kind = StartKind.Of(started);
            if (_limits is null || !kind.IsLimitedBy(_limits))
            {
                return new StartDecision(started, [], null);
            }

            var now = timeProvider.GetUtcNow();
            var lane = LaneOf(kind);
            if (StartRefusals.Of(workflow, lane, replaced is { } leaving ? _tickets.GetValueOrDefault(leaving) : null, now) is { } refusal)
            {
                ForgetUnused(lane, now);
                return new StartDecision(null, [], refusal);
            }

            List<DisplacedRun> displaced = [];
            started = Debounce.Delay(started, lane, now) with { Admission = StartAdmission.Waits };
            if (started.DebouncedSince is not null)
            {
                started = started with { Admission = StartAdmission.Debounced };
                Debounce.Displace(lane, new WorkflowExecution(workflow.WorkflowId, runId), displaced);
            }

            Enter(new StartTicket(workflow, runId, lane) { DebouncedSince = started.DebouncedSince });
            foreach (var pool in lane.Pools)
            {
                if (pool.Refuses(kind.IsChild))
                {
                    pool.Rate?.Take(now);
                }
            }

            return new StartDecision(started, displaced, null);
        }
    }

    /// <summary>The run waits for its permit.</summary>
    /// <returns>Whether it has it now, and the runs whose place it takes.</returns>
    public (bool IsGranted, IReadOnlyList<DisplacedRun> Displaced) Await(WorkflowKey workflow, RunId runId, StartPermit permit)
    {
        lock (_lock)
        {
            var ticket = TicketOf(workflow, runId, permit);
            if (ticket.State == StartPermitState.Expected)
            {
                ticket.AwaitedSince = permit.AwaitedSince;
                Queue(ticket);
                List<DisplacedRun> displaced = [];
                Replacement.Displace(ticket.Lane, displaced, _isOpen);
                _asking = ticket;
                Serve();
                _asking = null;
                return (ticket.State == StartPermitState.Held, displaced);
            }

            return (ticket.State == StartPermitState.Held, []);
        }
    }

    /// <summary>The run begins later.</summary>
    public void Expect(WorkflowKey workflow, RunId runId, StartPermit permit)
    {
        lock (_lock)
        {
            TicketOf(workflow, runId, permit);
        }
    }

    /// <summary>The run is in, whatever the limits say: it took over the permit of another run, or had it before a restart.</summary>
    /// <returns>Runs that have to go now.</returns>
    public IReadOnlyList<DisplacedRun> Hold(WorkflowKey workflow, RunId runId, StartPermit permit, RunId? predecessor)
    {
        lock (_lock)
        {
            var ticket = TicketOf(workflow, runId, permit);
            if (predecessor is { } before && _tickets.TryGetValue(before, out var handingOver) && handingOver.Lane == ticket.Lane)
            {
                Leave(handingOver);
            }

            List<DisplacedRun> displaced = [];
            if (ticket.State != StartPermitState.Held)
            {
                ticket.Lane.Waiting.Remove(ticket);
                Count(ticket);
                Replacement.Displace(ticket.Lane, displaced, _isOpen);
            }

            return displaced;
        }
    }

    /// <summary>An open run that is not in memory after a restart.</summary>
    public void Restore(WorkflowKey workflow, RunId runId, StartPermit permit)
    {
        switch (permit.State)
        {
            case StartPermitState.Held: Hold(workflow, runId, permit, predecessor: null); break;
            case StartPermitState.Awaited: Await(workflow, runId, permit); break;
            default: Expect(workflow, runId, permit); break;
        }
    }

    /// <summary>The run closed.</summary>
    public void Closed(RunId runId)
    {
        lock (_lock)
        {
            if (_tickets.TryGetValue(runId, out var ticket))
            {
                Leave(ticket);
                WakeAt(ticket.Lane);
                Serve();
            }
        }
    }

    /// <summary>A run that was let in cannot begin (it is paused): it gives its permit back until it asks again.</summary>
    public void Withdraw(RunId runId)
    {
        lock (_lock)
        {
            if (_tickets.TryGetValue(runId, out var ticket) && ticket.State == StartPermitState.Held)
            {
                Uncount(ticket);
                ticket.State = StartPermitState.Expected;
                WakeAt(ticket.Lane);
                Serve();
            }
        }
    }

    /// <summary>A run that was let in could not be read: it waits again, until something changes.</summary>
    public void Return(RunId runId)
    {
        lock (_lock)
        {
            if (_tickets.TryGetValue(runId, out var ticket) && ticket.State == StartPermitState.Held)
            {
                Uncount(ticket);
                Queue(ticket);
            }
        }
    }

    /// <summary>Lets limits hold, null for none. Runs that are in stay in.</summary>
    public void Apply(TaskQueueLimits? limits)
    {
        lock (_lock)
        {
            _isKnown = true;
            _limits = limits;
            _pools.Apply(limits);
            Reconsider();
        }
    }

    /// <summary>Every open run is known after a restart: from now on those that wait may be let in.</summary>
    public void Open()
    {
        lock (_lock)
        {
            if (!_isOpen)
            {
                _isOpen = true;
                Reconsider();
            }
        }
    }

    /// <summary>What waits, since when, and what is in.</summary>
    public (int Waiting, DateTimeOffset? OldestSince, int Held) Describe()
    {
        lock (_lock)
        {
            var waiting = _tickets.Values.Where(static t => t.State == StartPermitState.Awaited).ToList();
            return (waiting.Count, waiting.Min(static t => t.AwaitedSince), _tickets.Count(static t => t.Value.State == StartPermitState.Held));
        }
    }

    public void Dispose() => _timer?.Dispose();

    private StartTicket TicketOf(WorkflowKey workflow, RunId runId, StartPermit permit)
    {
        if (!_tickets.TryGetValue(runId, out var ticket))
        {
            ticket = new StartTicket(workflow, runId, LaneOf(StartKind.Of(permit))) { DebouncedSince = permit.DebouncedSince };
            Enter(ticket);
        }

        return ticket;
    }

    private StartLane LaneOf(StartKind kind)
    {
        if (!_lanes.TryGetValue(kind, out var lane))
        {
            _lanes[kind] = lane = new StartLane(kind, _pools.Of(kind, timeProvider.GetUtcNow()));
        }

        return lane;
    }

    private void Enter(StartTicket ticket)
    {
        _tickets.Add(ticket.RunId, ticket);
        ticket.Lane.Tickets++;
        foreach (var pool in ticket.Lane.Pools)
        {
            pool.Members.Add(ticket);
        }
    }

    private void Leave(StartTicket ticket)
    {
        if (ticket.State == StartPermitState.Held)
        {
            Uncount(ticket);
        }

        var lane = ticket.Lane;
        _tickets.Remove(ticket.RunId);
        lane.Waiting.Remove(ticket);
        lane.Tickets--;
        foreach (var pool in lane.Pools)
        {
            pool.Members.Remove(ticket);
        }

        ForgetUnused(lane, timeProvider.GetUtcNow());
    }

    /// <summary>A lane without runs is forgotten, so that none has a limit that another one no longer knows.</summary>
    private void ForgetUnused(StartLane lane, DateTimeOffset now)
    {
        if (lane.Tickets == 0)
        {
            _lanes.Remove(lane.Kind);
            _pools.Forget(lane.Pools, now);
        }
    }

    private void Queue(StartTicket ticket)
    {
        ticket.State = StartPermitState.Awaited;
        ticket.Lane.Waiting.Add(ticket);
        MakeReady(ticket.Lane);
    }

    private static void Count(StartTicket ticket)
    {
        ticket.State = StartPermitState.Held;
        ticket.AwaitedSince = null;
        foreach (var pool in ticket.Lane.Pools)
        {
            pool.Held++;
        }
    }

    private static void Uncount(StartTicket ticket)
    {
        foreach (var pool in ticket.Lane.Pools)
        {
            pool.Held--;
        }
    }

    private void MakeReady(StartLane lane)
    {
        if (!lane.IsListed && lane.Waiting.Min is { } first)
        {
            lane.IsListed = true;
            _ready.Enqueue(lane, (lane.Kind.Priority, first.RunId));
        }
    }

    private void Serve()
    {
        if (!_isOpen || !_isKnown)
        {
            return;
        }

        var now = timeProvider.GetUtcNow();
        while (_ready.TryDequeue(out var lane, out _))
        {
            lane.IsListed = false;
            if (lane.Waiting.Min is not { } first)
            {
                WakeAt(lane);
            }
            else if (lane.FindFull(now) is { } full)
            {
                Park(lane, first, full, now);
            }
            else
            {
                LetIn(first, now);
                MakeReady(lane);
                WakeAt(lane);
            }
        }

        AwaitRates(now);
    }

    private void Park(StartLane lane, StartTicket first, StartPool full, DateTimeOffset now)
    {
        lane.IsListed = true;
        full.Parked.Enqueue(lane, (lane.Kind.Priority, first.RunId));
        if (full.IsTooSoon(now))
        {
            _resting.Add(full);
        }

        WakeAt(lane); // it leaves room that its other limits have to others
    }

    private void LetIn(StartTicket ticket, DateTimeOffset now)
    {
        ticket.Lane.Waiting.Remove(ticket);
        Count(ticket);
        foreach (var pool in ticket.Lane.Pools)
        {
            if (!pool.Refuses(ticket.Lane.Kind.IsChild))
            {
                pool.Rate?.Take(now);
            }
        }

        if (!ReferenceEquals(ticket, _asking))
        {
            post(ticket.Workflow, new StartPermitGranted(ticket.Workflow, ticket.RunId, this));
        }
    }

    /// <summary>Where the lane's limits have room, the first of those parked there has its turn.</summary>
    private void WakeAt(StartLane lane)
    {
        var now = timeProvider.GetUtcNow();
        foreach (var pool in lane.Pools)
        {
            WakeNext(pool, now);
        }
    }

    private void WakeNext(StartPool pool, DateTimeOffset now)
    {
        if (pool.Parked.TryPeek(out var parked, out _) && pool.HasRoom(parked.Kind.IsChild, now))
        {
            pool.Parked.Dequeue();
            parked.IsListed = false;
            if (parked.Waiting.Count > 0)
            {
                MakeReady(parked);
            }
            else
            {
                WakeNext(pool, now);
            }
        }
    }

    /// <summary>Limits changed, or all is known after a restart: everything that waits is looked at anew.</summary>
    private void Reconsider()
    {
        _pools.Unpark();
        _resting.Clear();
        List<DisplacedRun> displaced = [];
        foreach (var lane in _lanes.Values)
        {
            lane.IsListed = false;
        }

        _ready.Clear();
        foreach (var lane in _lanes.Values)
        {
            MakeReady(lane);
            Debounce.DisplaceAllButNewest(lane, displaced, _isOpen && _isKnown);
            Replacement.Displace(lane, displaced, _isOpen && _isKnown);
        }

        Serve();
        foreach (var run in displaced)
        {
            post(run.Workflow, new DisplaceRun(run));
        }
    }

    /// <summary>Comes back when the first of the rates that hold something back allows it; what waits for a place comes when one is free.</summary>
    private void AwaitRates(DateTimeOffset now)
    {
        _resting.RemoveWhere(p => p.Parked.Count == 0 || !p.IsTooSoon(now));
        if (_resting.Count == 0)
        {
            Interlocked.Exchange(ref _dueTicks, long.MaxValue);
            return;
        }

        // Timers count in whole milliseconds, and one that came early would find nothing to do.
        var wait = _resting.Min(static p => p.Rate!.NextTime) - now;
        wait = TimeSpan.FromMilliseconds(Math.Min(Math.Ceiling(wait.TotalMilliseconds), LongestWait.TotalMilliseconds));
        var due = now + wait;
        if (Interlocked.Exchange(ref _dueTicks, due.UtcTicks) != due.UtcTicks)
        {
            _timer ??= timeProvider.CreateTimer(static self => ((StartQueue)self!).RateAllows(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
            _timer.Change(wait, Timeout.InfiniteTimeSpan);
        }
    }

    private void RateAllows()
    {
        lock (_lock)
        {
            Interlocked.Exchange(ref _dueTicks, long.MaxValue);
            var now = timeProvider.GetUtcNow();
            foreach (var pool in _resting)
            {
                WakeNext(pool, now);
            }

            Serve();
        }
    }
}

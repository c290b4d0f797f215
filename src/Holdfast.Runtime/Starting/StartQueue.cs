using Holdfast.Protocol;

namespace Holdfast.Runtime;

/// <summary>
/// Limits on the starts of one task queue at work: counts the open runs that are under limits, and lets in those that wait. Derived state: rebuilt from the open
/// runs after a restart, before anything is let in.
/// </summary>
/// <remarks>Threading: safe from any thread.</remarks>
internal sealed class StartQueue : IDisposable
{
    private readonly TimeProvider _timeProvider;
    private readonly Action<WorkflowKey, OwnerMessage> _post;
    private readonly Alarm _rateAlarm;
    private readonly StartTurns _turns;
    private readonly StartTickets _tickets = new();
    private readonly Lock _lock = new();
    private TaskQueueLimits? _limits;
    private bool _isKnown;
    private bool _isOpen;

    public StartQueue(TimeProvider timeProvider, Action<WorkflowKey, OwnerMessage> post)
    {
        _timeProvider = timeProvider;
        _post = post;
        _rateAlarm = new Alarm(timeProvider, RateAllows);
        _turns = new StartTurns(ticket => post(ticket.Workflow, new StartPermitGranted(ticket.Workflow, ticket.RunId, this)));
    }

    /// <summary>When a rate lets something in that waits; null when nothing waits for a rate.</summary>
    public DateTimeOffset? NextDueTime => _rateAlarm.NextDueTime;

    private DateTimeOffset Now => _timeProvider.GetUtcNow();

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

            var now = Now;
            var lane = _tickets.LaneOf(kind, now);
            if (StartRefusals.Of(workflow, lane, replaced is { } leaving ? _tickets.Find(leaving) : null, now) is { } refusal)
            {
                _tickets.ForgetUnused(lane, now);
                return new StartDecision(null, [], refusal);
            }

            List<DisplacedRun> displaced = [];
            started = Debounce.Delay(started, lane, now) with { Admission = StartAdmission.Waits };
            if (started.DebouncedSince is not null)
            {
                started = started with { Admission = StartAdmission.Debounced };
                Debounce.Displace(lane, new WorkflowExecution(workflow.WorkflowId, runId), displaced);
            }

            _tickets.Enter(workflow, runId, lane, started.DebouncedSince);
            lane.TakeFromRates(refusing: true, now);
            return new StartDecision(started, displaced, null);
        }
    }

    /// <summary>A run that was counted does not begin after all; those whose place it was to take wait on.</summary>
    public void Forgo(RunId runId, IReadOnlyList<DisplacedRun> displaced)
    {
        lock (_lock)
        {
            foreach (var run in displaced)
            {
                if (_tickets.Find(run.RunId) is { } stays)
                {
                    stays.IsToldToGo = false;
                    WaitOn(stays);
                }
            }

            Leave(runId);
        }
    }

    /// <summary>The run waits for its permit.</summary>
    /// <returns>Whether it has it now, and the runs whose place it takes.</returns>
    public (bool IsGranted, IReadOnlyList<DisplacedRun> Displaced) Await(WorkflowKey workflow, RunId runId, StartPermit permit)
    {
        lock (_lock)
        {
            var now = Now;
            var ticket = _tickets.Of(workflow, runId, permit, now);
            List<DisplacedRun> displaced = [];
            if (ticket is { State: StartPermitState.Expected, IsToldToGo: false })
            {
                ticket.AwaitedSince = permit.AwaitedSince;
                _turns.Queue(ticket);
                Replacement.Displace(ticket.Lane, displaced, _isOpen);
                Serve(now, ticket);
            }

            return (ticket.State == StartPermitState.Held, displaced);
        }
    }

    /// <summary>The run begins later.</summary>
    public void Expect(WorkflowKey workflow, RunId runId, StartPermit permit)
    {
        lock (_lock)
        {
            _tickets.Of(workflow, runId, permit, Now);
        }
    }

    /// <summary>The run is in, whatever the limits say: it took over the permit of another run, or had it before a restart.</summary>
    /// <returns>Runs that have to go now.</returns>
    public IReadOnlyList<DisplacedRun> Hold(WorkflowKey workflow, RunId runId, StartPermit permit, RunId? predecessor)
    {
        lock (_lock)
        {
            var now = Now;
            var ticket = _tickets.Of(workflow, runId, permit, now);
            if (predecessor is { } before && _tickets.Find(before) is { } handingOver && handingOver.Lane == ticket.Lane)
            {
                _tickets.Leave(handingOver, now);
            }

            List<DisplacedRun> displaced = [];
            if (ticket.State != StartPermitState.Held)
            {
                ticket.Lane.Waiting.Remove(ticket);
                ticket.Hold();
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
            Leave(runId);
        }
    }

    /// <summary>A run that was let in cannot begin (it is paused): it gives its permit back until it asks again.</summary>
    public void Withdraw(RunId runId)
    {
        lock (_lock)
        {
            if (_tickets.Find(runId) is { State: StartPermitState.Held } ticket)
            {
                var now = Now;
                ticket.GiveBack();
                _turns.WakeAt(ticket.Lane, now);
                Serve(now);
            }
        }
    }

    /// <summary>A run that was let in could not be read: it waits again, until something changes.</summary>
    public void Return(RunId runId)
    {
        lock (_lock)
        {
            if (_tickets.Find(runId) is { State: StartPermitState.Held } ticket)
            {
                ticket.GiveBack();
                _turns.Queue(ticket);
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
            _tickets.Apply(limits);
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
            return _tickets.Describe();
        }
    }

    public void Dispose() => _rateAlarm.Dispose();

    private void Leave(RunId runId)
    {
        if (_tickets.Find(runId) is { } ticket)
        {
            var now = Now;
            _tickets.Leave(ticket, now);
            _turns.WakeAt(ticket.Lane, now);
            Serve(now);
        }
    }

    private void WaitOn(StartTicket ticket)
    {
        if (ticket.State == StartPermitState.Awaited)
        {
            _turns.Queue(ticket);
        }
    }

    private void Serve(DateTimeOffset now, StartTicket? asking = null)
    {
        if (_isOpen && _isKnown)
        {
            _turns.Serve(now, asking);
            _rateAlarm.Set(_turns.NextRateTime(now), now);
        }
    }

    /// <summary>Limits changed, or all is known after a restart: everything that waits is looked at anew.</summary>
    private void Reconsider()
    {
        List<DisplacedRun> displaced = [];
        foreach (var lane in _tickets.Lanes)
        {
            Debounce.DisplaceAllButNewest(lane, displaced, _isOpen && _isKnown);
            Replacement.Displace(lane, displaced, _isOpen && _isKnown);
        }

        _tickets.Unpark();
        _turns.Restart(_tickets.Lanes);
        Serve(Now);
        foreach (var run in displaced)
        {
            _post(run.Workflow, new DisplaceRun(run));
        }
    }

    private void RateAllows()
    {
        lock (_lock)
        {
            _rateAlarm.Clear();
            var now = Now;
            _turns.WakeAtRates(now);
            Serve(now);
        }
    }
}

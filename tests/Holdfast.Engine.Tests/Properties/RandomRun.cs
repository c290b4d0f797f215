using Holdfast.Protocol;

namespace Holdfast.Engine.Tests;

/// <summary>One run under random messages, crashes and passing time; after every step it checks what must always hold.</summary>
internal sealed class RandomRun
{
    private readonly RandomMessages _messages;
    private readonly RunStep _step = new(new CountingRunIds(), new EngineLimits { UpdatesInFlight = 3, PendingActivities = 6, Signals = 12 });
    private readonly List<RunRecord> _log = [];
    private RunState _state = NewState();
    private RunState _shadow = NewState();
    private DateTimeOffset _now = Scenario.StartOfTime;

    internal RandomRun(int seed) => _messages = new RandomMessages(seed);

    internal IReadOnlyList<RunRecord> Log => _log;

    internal void Run(int length)
    {
        Send(new StartRun(Scenario.Workflow, Scenario.FirstRun, _messages.Started()));
        for (var i = 0; i < length; i++)
        {
            _now += TimeSpan.FromMilliseconds(_messages.OneIn(10) ? _messages.Below(30_000) : _messages.Below(500));
            if (_messages.OneIn(25))
            {
                Crash();
            }
            else
            {
                Send(_messages.Next(_state));
            }
        }

        Finish();
    }

    private static RunState NewState() => new(Scenario.Workflow, Scenario.FirstRun);

    private void Send(RunMessage message)
    {
        var wasClosed = _state.IsClosed;
        _step.Begin(_now);
        RunMachine.Handle(_state, message, _step);
        _log.AddRange(_step.Records);
        foreach (var record in _step.Records)
        {
            RunMachine.Apply(_shadow, record);
        }

        Assert.True(_step.Rejection is null || (_step.Records.Count == 0 && _step.Effects.Count == 0), "a refused message leaves nothing");
        Assert.True(!wasClosed || _step.Records.All(r => r is ParentNotified or RunSuperseded), "nothing but the parent's acknowledgement and a reset follows the close");
        RunChecks.Hold(_state, _shadow, _log);
        if (_step.Rejection is null && message is SignalRun { RequestId.Length: > 0 } or RequestCancelRun)
        {
            ChangesNothing(message);
        }
    }

    private void ChangesNothing(RunMessage message)
    {
        _step.Begin(_now);
        RunMachine.Handle(_state, message, _step);
        Assert.True(_step.Records.Count == 0 && _step.Effects.Count == 0, "a request that is repeated changes nothing");
    }

    private void Crash()
    {
        _state = FoldChecks.Fold(_log);
        _step.Begin(_now);
        RunMachine.Resume(_state, _step);
        Assert.Empty(_step.Records);
        RunChecks.ResumedEffectsAreOwed(_state, _step, _now);
        RunChecks.Hold(_state, _shadow, _log);
    }

    /// <summary>A worker that does its duty can always bring the run to its end.</summary>
    private void Finish()
    {
        Crash();
        for (var i = 0; i < 200 && !_state.IsClosed; i++)
        {
            Send(NextDuty());
        }

        Assert.True(_state.IsClosed, "the run can always be brought to its end");
        Assert.Equal(1, _log.Count(r => r is HistoryEvent { Attributes: var a } && RunChecks.ClosesRun(a)));
        Send(new AcknowledgeParentNotification());
        Assert.True(_state.IsIdle);
        Assert.Null(_state.NextWakeUp);
    }

    private RunMessage NextDuty()
    {
        if (_state.WorkflowTask is { IsStarted: true } started)
        {
            return new CompleteWorkflowTask(started.StartedEventId, started.Attempt, [new CompleteWorkflowExecutionCommand()], Scenario.Worker);
        }

        if (_state.IsPaused)
        {
            return new UnpauseRun("seen", "operator", string.Empty);
        }

        if (_state.StartPermit == StartPermitState.Awaited)
        {
            return new GrantStartPermit();
        }

        if (_state.WorkflowTask is { IsOffered: true })
        {
            return new StartWorkflowTask(Scenario.Worker, string.Empty);
        }

        if (_state.ArmedTimer is { } armed)
        {
            _now = armed.DueTime > _now ? armed.DueTime : _now;
            return new TimerDue(armed.Timer);
        }

        return new SignalRun("go", Payloads.Empty, PayloadMap.Empty, "client", string.Empty) is var signal && _state.SignalCount < 12
            ? signal
            : new RequestCancelRun(RunId.None, "enough", "client", string.Empty) is var cancel && !_state.CancelRequested
                ? cancel
                : new TerminateRun(RunId.None, "enough", Payloads.Empty, "client");
    }
}

using Holdfast.Protocol;

namespace Holdfast.Engine.Tests;

/// <summary>One run under random messages, crashes and passing time; after every step it checks what must always hold.</summary>
internal sealed class RandomRun
{
    private readonly RandomMessages messages;
    private readonly RunStep step = new(new CountingRunIds(), new EngineLimits { UpdatesInFlight = 3, PendingActivities = 6, Signals = 12 });
    private readonly List<RunRecord> log = [];
    private RunState state = NewState();
    private RunState shadow = NewState();
    private DateTimeOffset now = Scenario.StartOfTime;

    internal RandomRun(int seed) => messages = new RandomMessages(seed);

    internal IReadOnlyList<RunRecord> Log => log;

    internal void Run(int length)
    {
        Send(new StartRun(Scenario.Workflow, Scenario.FirstRun, messages.Started()));
        for (var i = 0; i < length; i++)
        {
            now += TimeSpan.FromMilliseconds(messages.OneIn(10) ? messages.Below(30_000) : messages.Below(500));
            if (messages.OneIn(25))
            {
                Crash();
            }
            else
            {
                Send(messages.Next(state));
            }
        }

        Finish();
    }

    private static RunState NewState() => new(Scenario.Workflow, Scenario.FirstRun);

    private void Send(RunMessage message)
    {
        var wasClosed = state.IsClosed;
        step.Begin(now);
        RunMachine.Handle(state, message, step);
        log.AddRange(step.Records);
        foreach (var record in step.Records)
        {
            RunMachine.Apply(shadow, record);
        }

        Assert.True(step.Rejection is null || (step.Records.Count == 0 && step.Effects.Count == 0), "a refused message leaves nothing");
        Assert.True(!wasClosed || step.Records.All(r => r is ParentNotified or RunSuperseded), "nothing but the parent's acknowledgement and a reset follows the close");
        RunChecks.Hold(state, shadow, log);
        if (step.Rejection is null && message is SignalRun { RequestId.Length: > 0 } or RequestCancelRun)
        {
            ChangesNothing(message);
        }
    }

    private void ChangesNothing(RunMessage message)
    {
        step.Begin(now);
        RunMachine.Handle(state, message, step);
        Assert.True(step.Records.Count == 0 && step.Effects.Count == 0, "a request that is repeated changes nothing");
    }

    private void Crash()
    {
        state = FoldChecks.Fold(log);
        step.Begin(now);
        RunMachine.Resume(state, step);
        Assert.Empty(step.Records);
        RunChecks.ResumedEffectsAreOwed(state, step, now);
        RunChecks.Hold(state, shadow, log);
    }

    /// <summary>A worker that does its duty can always bring the run to its end.</summary>
    private void Finish()
    {
        Crash();
        for (var i = 0; i < 200 && !state.IsClosed; i++)
        {
            Send(NextDuty());
        }

        Assert.True(state.IsClosed, "the run can always be brought to its end");
        Assert.Equal(1, log.Count(r => r is HistoryEvent { Attributes: var a } && RunChecks.ClosesRun(a)));
        Send(new AcknowledgeParentNotification());
        Assert.True(state.IsIdle);
        Assert.Null(state.NextWakeUp);
    }

    private RunMessage NextDuty()
    {
        if (state.WorkflowTask is { IsStarted: true } started)
        {
            return new CompleteWorkflowTask(started.StartedEventId, started.Attempt, [new CompleteWorkflowExecutionCommand()], Scenario.Worker);
        }

        if (state.IsPaused)
        {
            return new UnpauseRun("seen", "operator", string.Empty);
        }

        if (state.StartPermit == StartPermitState.Awaited)
        {
            return new GrantStartPermit();
        }

        if (state.WorkflowTask is { IsOffered: true })
        {
            return new StartWorkflowTask(Scenario.Worker, string.Empty);
        }

        if (state.ArmedTimer is { } armed)
        {
            now = armed.DueTime > now ? armed.DueTime : now;
            return new TimerDue(armed.Timer);
        }

        return new SignalRun("go", Payloads.Empty, PayloadMap.Empty, "client", string.Empty) is var signal && state.SignalCount < 12
            ? signal
            : new RequestCancelRun(RunId.None, "enough", "client", string.Empty) is var cancel && !state.CancelRequested
                ? cancel
                : new TerminateRun(RunId.None, "enough", Payloads.Empty, "client");
    }
}

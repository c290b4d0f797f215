using Holdfast.Protocol;

namespace Holdfast.Engine.Tests;

/// <summary>
/// Drives one run: sends messages at a time of the scenario's own, keeps every record, and after every message checks that the state equals the fold of
/// the records.
/// </summary>
internal sealed class Scenario
{
    internal static readonly WorkflowKey Workflow = new("default", "order-1");
    internal static readonly RunId FirstRun = CountingRunIds.Numbered(1_000);
    internal static readonly DateTimeOffset StartOfTime = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    internal const string Worker = "worker-1";

    private readonly RunStep _step;

    internal Scenario(EngineLimits? limits = null)
    {
        _step = new RunStep(new CountingRunIds(), limits ?? EngineLimits.Default);
        State = new RunState(Workflow, FirstRun);
    }

    internal RunState State { get; private set; }

    internal DateTimeOffset Now { get; private set; } = StartOfTime;

    internal List<RunRecord> Log { get; } = [];

    internal IReadOnlyList<RunRecord> Records => _step.Records;

    internal IReadOnlyList<Effect> Effects => _step.Effects;

    internal Rejection? Rejection => _step.Rejection;

    internal List<HistoryEvent> History => [.. Log.OfType<HistoryEvent>()];

    internal static WorkflowExecutionStarted Started() => new()
    {
        WorkflowType = "Order",
        TaskQueue = "orders",
        WorkflowTaskTimeout = TimeSpan.FromSeconds(10),
        FirstExecutionRunId = FirstRun,
        RequestId = "start-1",
    };

    internal static ScheduleActivityTaskCommand Activity(string id = "a") => new()
    {
        ActivityId = id,
        ActivityType = "Charge",
        StartToCloseTimeout = TimeSpan.FromMinutes(1),
    };

    internal static StartTimerCommand Timer(string id = "t", int seconds = 60) => new() { TimerId = id, StartToFireTimeout = TimeSpan.FromSeconds(seconds) };

    internal static StartChildWorkflowExecutionCommand Child(string id = "child-1", ParentClosePolicy policy = ParentClosePolicy.Terminate) =>
        new() { WorkflowId = id, WorkflowType = "Ship", ParentClosePolicy = policy };

    internal static Payloads Text(string text) => Payloads.Of(new Payload(Payload.JsonEncoding, System.Text.Encoding.UTF8.GetBytes('"' + text + '"')));

    internal static Failure Failure(string type = "Oops", bool nonRetryable = false, TimeSpan? nextRetryDelay = null) => new()
    {
        Message = "it failed",
        Info = new FailureInfo.Application(type, nonRetryable, Payloads.Empty, nextRetryDelay),
    };

    internal static UpdateRequest Update(string id = "u1") => new(id, "setQuantity", Text("3"), PayloadMap.Empty, "client");

    internal static BranchRun Branch(IReadOnlyList<HistoryEvent> branch, IReadOnlyList<HistoryEvent> later, ResetReapplyExclusions exclusions = ResetReapplyExclusions.None) =>
        new(Workflow, FirstRun, CountingRunIds.Numbered(900), branch, later, [], exclusions, "try again", "reset-1");

    internal Scenario Send(RunMessage message)
    {
        _step.Begin(Now);
        RunMachine.Handle(State, message, _step);
        Assert.True(_step.Rejection is null || (_step.Records.Count == 0 && _step.Effects.Count == 0));
        Log.AddRange(_step.Records);
        FoldChecks.StateEqualsFold(State, Log);
        return this;
    }

    /// <summary>Sends, and expects the message to be taken.</summary>
    internal Scenario Do(RunMessage message)
    {
        Send(message);
        Assert.Null(Rejection);
        return this;
    }

    internal Scenario After(TimeSpan time)
    {
        Now += time;
        return this;
    }

    internal Scenario AfterSeconds(double seconds) => After(TimeSpan.FromSeconds(seconds));

    /// <summary>Lets time pass and tells the machine that its armed timer is due, again and again until the time given is reached.</summary>
    internal Scenario Sleep(double seconds)
    {
        var until = Now + TimeSpan.FromSeconds(seconds);
        while (State.ArmedTimer is { } armed && armed.DueTime <= until)
        {
            Now = armed.DueTime > Now ? armed.DueTime : Now;
            Do(new TimerDue(armed.Timer));
        }

        Now = until;
        return this;
    }

    internal Scenario Start(Func<WorkflowExecutionStarted, WorkflowExecutionStarted>? change = null) =>
        Do(new StartRun(Workflow, FirstRun, change is null ? Started() : change(Started())));

    internal Scenario StartTask() => Do(new StartWorkflowTask(Worker, string.Empty));

    internal Scenario CompleteTask(params Command[] commands) =>
        Send(new CompleteWorkflowTask(State.WorkflowTask!.StartedEventId, State.WorkflowTask.Attempt, commands, Worker));

    internal Scenario FailTask(string message = "bug") => Send(new FailWorkflowTask(
        State.WorkflowTask!.StartedEventId,
        State.WorkflowTask.Attempt,
        WorkflowTaskFailedCause.WorkflowWorkerUnhandledFailure,
        Failure() with { Message = message },
        Worker));

    internal Scenario RunTask(params Command[] commands) => StartTask().CompleteTask(commands);

    internal Scenario StartAttempt(int index = 0, long processEpoch = 0)
    {
        var activity = State.PendingActivities[index];
        return Do(new StartActivityAttempt(activity.ScheduledEventId, activity.Attempt, Worker, processEpoch));
    }

    internal Scenario Respond(ActivityOutcome outcome, int index = 0)
    {
        var activity = State.PendingActivities[index];
        return Do(new RespondActivity(activity.ScheduledEventId, activity.Attempt, outcome, Worker));
    }

    internal Scenario Signal(string name = "go", string requestId = "") => Send(new SignalRun(name, Text(name), PayloadMap.Empty, "client", requestId));

    internal Scenario Admit(string updateId = "u1") => Send(new AdmitUpdate(Update(updateId)));

    /// <summary>The engine's process ends and starts again: only records are left.</summary>
    internal Scenario Crash()
    {
        State = FoldChecks.Fold(Log);
        return Resume();
    }

    internal Scenario Resume()
    {
        _step.Begin(Now);
        RunMachine.Resume(State, _step);
        Assert.Empty(_step.Records);
        return this;
    }

    internal Scenario ExpectHistory(params string[] lines)
    {
        Assert.Equal(lines, History.ConvertAll(HistoryText.Line));
        return this;
    }

    internal Scenario ExpectRecords(params string[] lines)
    {
        Assert.Equal(lines, _step.Records.Select(HistoryText.Line));
        return this;
    }

    internal Scenario ExpectEffects(params string[] lines)
    {
        Assert.Equal(lines, _step.Effects.Select(EffectText.Line));
        return this;
    }

    internal Scenario ExpectRejection(ErrorCode code)
    {
        Assert.Equal(code, Rejection?.Code);
        return this;
    }
}

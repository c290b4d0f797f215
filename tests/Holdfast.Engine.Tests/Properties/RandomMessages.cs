using Holdfast.Protocol;

namespace Holdfast.Engine.Tests;

/// <summary>Messages drawn from a seed: mostly such as a runtime would send to the state at hand, now and then any other.</summary>
internal sealed class RandomMessages(int seed)
{
    private readonly Random _random = new(seed);

    internal int Below(int limit) => _random.Next(limit);

    internal bool OneIn(int chances) => _random.Next(chances) == 0;

    internal WorkflowExecutionStarted Started() => Scenario.Started() with
    {
        FirstWorkflowTaskBackoff = OneIn(5) ? TimeSpan.FromSeconds(3) : null,
        Initiator = OneIn(10) ? ContinueAsNewInitiator.Retry : null,
        WorkflowRunTimeout = OneIn(8) ? TimeSpan.FromSeconds(Below(300) + 1) : null,
        WorkflowExecutionExpirationTime = OneIn(12) ? Scenario.StartOfTime.AddSeconds(Below(600) + 1) : null,
        RetryPolicy = OneIn(4) ? new RetryPolicy { MaximumAttempts = 3 } : null,
        CronSchedule = OneIn(6) ? "*/5 * * * *" : string.Empty,
        Admission = OneIn(4) ? (StartAdmission)Below(4) : StartAdmission.Unlimited,
        Parent = OneIn(3) ? new ParentInfo("default", new WorkflowExecution("parent", CountingRunIds.Numbered(77)), 5) : null,
    };

    internal RunMessage Next(RunState state) => Below(24) switch
    {
        0 or 4 or 10 when state.StartPermit == StartPermitState.Awaited => new GrantStartPermit(),
        0 or 1 or 2 or 3 => new StartWorkflowTask(Scenario.Worker, OneIn(2) ? "poll" : string.Empty),
        4 or 5 or 6 or 7 or 8 => CompleteTask(state),
        9 => FailTask(state),
        10 or 11 or 12 => StartAttempt(state),
        13 or 14 or 15 => Respond(state),
        16 => Heartbeat(state),
        17 => Signal(),
        18 => new AdmitUpdate(Scenario.Update(UpdateId())),
        19 or 20 => TimerDue(state),
        21 => ChildMessage(state),
        22 => Rare(state),
        _ when OneIn(2) => ResolveSignal(state),
        _ => new ResolveExternalCancel(AnyEventId(state, state.PendingExternalCancels), OneIn(2) ? null : "not found"),
    };

    private ResolveExternalSignal ResolveSignal(RunState state)
    {
        var id = state.ExternalSignals is { } signals ? AnyEventId(state, signals) : Below(20);
        return new ResolveExternalSignal(id, OneIn(2) ? null : SignalExternalWorkflowExecutionFailedCause.ExternalWorkflowExecutionNotFound);
    }

    private string RunningUpdateId(RunState state) =>
        OneIn(4) ? UpdateId() : state.Updates.Accepted.FirstOrDefault(u => u.Completed is null)?.UpdateId ?? UpdateId();

    private string TimerId(RunState state) => state.PendingTimers.Count == 0 || OneIn(4) ? $"t{Below(5)}" : state.PendingTimers[Below(state.PendingTimers.Count)].TimerId;

    private string UpdateId() => $"u{Below(6)}";

    private string RequestId() => OneIn(3) ? string.Empty : $"r{Below(10)}";

    private SignalRun Signal() => new("go", Scenario.Text("x"), PayloadMap.Empty, "client", RequestId()) { EndsFirstDelay = OneIn(4) };

    private CompleteWorkflowTask CompleteTask(RunState state)
    {
        var commands = new Command[Below(4)];
        for (var i = 0; i < commands.Length; i++)
        {
            commands[i] = Command(state);
        }

        List<Command> all = [.. AnswersToUpdates(state), .. commands];
        return new CompleteWorkflowTask(TaskStartedEventId(state), state.WorkflowTask?.Attempt ?? 1, all, Scenario.Worker, ForceNewTask: OneIn(8), BuildId: state.NextEventId % 3 == 0 ? string.Empty : $"build-{state.NextEventId % 30}");
    }

    private IEnumerable<Command> AnswersToUpdates(RunState state)
    {
        foreach (var update in state.Updates.Admitted)
        {
            if (update.IsDelivered && !OneIn(6))
            {
                yield return Answer(update.Request.UpdateId);
            }
        }
    }

    private ProtocolMessageCommand Answer(string updateId) => new()
    {
        Message = OneIn(2)
            ? new UpdateMessage.Accepted { UpdateId = updateId }
            : new UpdateMessage.Rejected { UpdateId = updateId, Failure = Scenario.Failure() },
    };

    private Command Command(RunState state) => Below(32) switch
    {
        0 or 1 or 2 or 3 or 4 or 5 or 6 => Activity(),
        7 or 8 or 9 => new RequestCancelActivityTaskCommand { ScheduledEventId = AnyEventId(state, state.PendingActivities) },
        10 or 11 or 12 or 13 => Scenario.Timer($"t{Below(5)}", Below(100) + 1),
        14 or 15 => new CancelTimerCommand { TimerId = TimerId(state) },
        16 or 17 => Scenario.Child($"c{Below(4)}", (ParentClosePolicy)(Below(3) + 1)),
        18 when OneIn(2) => new SignalExternalWorkflowExecutionCommand { WorkflowId = $"c{Below(4)}", SignalName = "go" },
        18 => new RequestCancelExternalWorkflowExecutionCommand { WorkflowId = $"c{Below(4)}", RunId = RunId.None },
        19 or 20 or 21 => new ProtocolMessageCommand { Message = new UpdateMessage.Completed { UpdateId = RunningUpdateId(state), Result = Payloads.Empty } },
        22 => Answer(UpdateId()),
        23 => OneIn(3) ? new CompleteWorkflowExecutionCommand() : Activity(),
        24 => OneIn(3) ? new FailWorkflowExecutionCommand { Failure = Scenario.Failure() } : Activity(),
        25 => OneIn(3) ? new ContinueAsNewWorkflowExecutionCommand() : Activity(),
        26 => OneIn(3) ? new CancelWorkflowExecutionCommand() : Activity(),
        27 => Marker(OneIn(8) ? string.Empty : "core_patch"),
        28 => Marker("core_local_activity") with { Failure = Scenario.Failure() },
        29 => new UpsertWorkflowSearchAttributesCommand { SearchAttributes = SearchAttributes() },
        30 => new ModifyWorkflowPropertiesCommand { UpsertedMemo = PayloadMap.Of([new($"m{Below(3)}", OneIn(3) ? Payload.Null : Scenario.Text("note")[0])]) },
        _ => Scenario.Timer(string.Empty, 0),
    };

    private static RecordMarkerCommand Marker(string name) => new() { MarkerName = name, Details = PayloadsMap.Of([new("data", Scenario.Text("x"))]) };

    private PayloadMap SearchAttributes() => OneIn(6)
        ? PayloadMap.Empty
        : PayloadMap.Of([new($"k{Below(3)}", Below(4) switch
        {
            0 => Payload.Null,
            1 => SearchAttributePayload.Encode(SearchAttributeValue.OfInt(Below(3))),
            _ => Scenario.Text("v")[0],
        })]);

    private ScheduleActivityTaskCommand Activity() => new()
    {
        ActivityId = $"a{Below(8)}",
        ActivityType = "Work",
        StartToCloseTimeout = OneIn(2) ? TimeSpan.FromSeconds(Below(60) + 1) : null,
        ScheduleToCloseTimeout = OneIn(2) ? TimeSpan.FromSeconds(Below(120) + 1) : TimeSpan.FromHours(1),
        ScheduleToStartTimeout = OneIn(4) ? TimeSpan.FromSeconds(Below(60) + 1) : null,
        HeartbeatTimeout = OneIn(3) ? TimeSpan.FromSeconds(Below(20) + 1) : null,
        RetryPolicy = OneIn(3) ? new RetryPolicy { MaximumAttempts = Below(4) } : null,
    };

    private FailWorkflowTask FailTask(RunState state) =>
        new(TaskStartedEventId(state), state.WorkflowTask?.Attempt ?? 1, WorkflowTaskFailedCause.WorkflowWorkerUnhandledFailure, Scenario.Failure(), Scenario.Worker);

    private long TaskStartedEventId(RunState state) => OneIn(20) ? Below(10) : state.WorkflowTask?.StartedEventId ?? 3;

    private StartActivityAttempt StartAttempt(RunState state)
    {
        var id = AnyEventId(state, state.PendingActivities);
        return new StartActivityAttempt(id, AttemptOf(state, id), Scenario.Worker, Below(3));
    }

    private RespondActivity Respond(RunState state)
    {
        var id = AnyEventId(state, state.PendingActivities);
        ActivityOutcome outcome = Below(6) switch
        {
            4 => new ActivityOutcome.CompletesLater(),
            0 or 1 => new ActivityOutcome.Completed(Scenario.Text("ok")),
            2 => new ActivityOutcome.Failed(Scenario.Failure(), OneIn(2) ? Scenario.Text("half") : null),
            3 => new ActivityOutcome.Failed(Scenario.Failure(nonRetryable: OneIn(2), nextRetryDelay: OneIn(2) ? TimeSpan.Zero : null)),
            _ => new ActivityOutcome.Canceled(Payloads.Empty),
        };
        return new RespondActivity(id, AttemptOf(state, id), outcome, Scenario.Worker);
    }

    private HeartbeatActivity Heartbeat(RunState state)
    {
        var id = AnyEventId(state, state.PendingActivities);
        return new HeartbeatActivity(id, AttemptOf(state, id), OneIn(2) ? Scenario.Text("half") : Payloads.Empty);
    }

    private int AttemptOf(RunState state, long scheduledEventId) => OneIn(20) ? Below(4) : state.PendingActivities.Find(scheduledEventId)?.Attempt ?? 1;

    private TimerDue TimerDue(RunState state) => state.ArmedTimer is { } armed && !OneIn(4)
        ? new TimerDue(armed.Timer)
        : new TimerDue(new RunTimer((RunTimerKind)(Below(12) + 1), Below(20), Below(3)));

    private RunMessage ChildMessage(RunState state)
    {
        var id = AnyEventId(state, state.PendingChildren);
        return Below(4) switch
        {
            0 => new ChildStarted(id, CountingRunIds.Numbered(5)),
            1 => new ChildStartFailed(id, StartChildWorkflowExecutionFailedCause.WorkflowAlreadyExists),
            _ => new ChildClosed(id, CountingRunIds.Numbered(5), CountingRunIds.Numbered(6), CloseEvent()),
        };
    }

    private EventAttributes CloseEvent() => Below(5) switch
    {
        0 => new WorkflowExecutionTerminated(),
        1 => new WorkflowExecutionCompleted { WorkflowTaskCompletedEventId = 4 },
        2 => new WorkflowExecutionFailed { Failure = Scenario.Failure(), RetryState = RetryState.RetryPolicyNotSet, WorkflowTaskCompletedEventId = 4 },
        3 => new WorkflowExecutionCanceled { WorkflowTaskCompletedEventId = 4 },
        _ => new WorkflowExecutionTimedOut { RetryState = RetryState.Timeout },
    };

    private RunMessage Rare(RunState state) => Below(16) switch
    {
        0 => new RequestCancelRun(RunId.None, "enough", "client", RequestId()),
        1 => OneIn(4) ? new TerminateRun(RunId.None, "enough", Payloads.Empty, "client") : Signal(),
        2 => OneIn(2) ? new LoseActivityAttempts(2) : new LoseWorkflowTask(),
        3 => OneIn(2) ? new ForceWorkflowTask() : new AcknowledgeParentNotification(),
        4 => new StartRun(Scenario.Workflow, Scenario.FirstRun, Scenario.Started()),
        5 => new PauseRun("look first", "operator", RequestId()),
        8 when state.NextEventId % 2 == 0 => new UpdateRunOptions(state.NextEventId % 3 == 0 ? null : new Priority { PriorityKey = (int)(state.NextEventId % 6) }, PriorityFields.All, "operator"),
        13 => new GrantStartPermit(),
        8 => new AttachStartRequest($"start{Below(3)}", "client"),
        6 or 7 => new UnpauseRun("seen", "operator", RequestId()),
        10 or 11 or 14 or 15 => new OperateActivities(Activities(state), Operation(), "operator", RequestId()),
        9 => OneIn(10) ? new SupersedeRun(CountingRunIds.Numbered(2_000), "try again") : Signal(),
        _ => new TerminateRun(CountingRunIds.Numbered(4_000), "another chain", Payloads.Empty, state.TaskQueue),
    };

    private ActivitySelector Activities(RunState state) =>
        state.PendingActivities.Count == 0 || OneIn(3) ? ActivitySelector.All : ActivitySelector.WithId(state.PendingActivities[Below(state.PendingActivities.Count)].Scheduled.ActivityId);

    private ActivityOperation Operation() => Below(6) switch
    {
        0 => new ActivityOperation.Pause("look first"),
        1 or 2 => new ActivityOperation.Unpause(TimeSpan.FromSeconds(Below(20)), OneIn(2), OneIn(2)),
        3 => new ActivityOperation.Reset(TimeSpan.FromSeconds(Below(20)), OneIn(2), OneIn(2), OneIn(2)),
        4 => new ActivityOperation.UpdateOptions(new ActivityOptionsChange { TaskQueue = OneIn(2) ? "elsewhere" : null, HeartbeatTimeout = OneIn(2) ? TimeSpan.FromSeconds(7) : null }),
        _ => new ActivityOperation.RestoreOptions(),
    };

    private long AnyEventId<T>(RunState state, PendingSet<T> pending)
        where T : class, IPendingEvent =>
        pending.Count == 0 || OneIn(15) ? Below((int)state.NextEventId + 2) : pending[Below(pending.Count)].EventId;
}

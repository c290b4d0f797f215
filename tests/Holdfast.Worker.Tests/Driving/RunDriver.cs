using Holdfast.Definitions;
using Holdfast.Protocol;

namespace Holdfast.Worker.Tests;

/// <summary>
/// Plays the engine for one run: feeds workflow tasks from a growing history and records what the code asks for. Disposing it replays the history from every
/// workflow task with a handler that has no state, and checks that the same commands come.
/// </summary>
internal sealed class RunDriver : IDisposable
{
    public const string Namespace = "default";

    public static readonly RunId RunId = new(Guid.Parse("0199b0c4-7d2e-7c3a-9f10-6a3e0c5d8b21"));

    private static readonly WorkflowKey Key = new(Namespace, "order-1");

    private readonly Dictionary<string, UpdateRequest> _updates = new(StringComparer.Ordinal);
    private readonly List<Turn> _turns = [];
    private readonly CommandRecorder _recorder;
    private readonly string _workflowType;
    private long _previousStartedEventId;
    private int _attempt = 1;

    private RunDriver(CapturedCall call, WorkflowTaskHandlerOptions? options)
    {
        _workflowType = call.Name;
        Options = options ?? new WorkflowTaskHandlerOptions();
        Handler = NewHandler();
        _recorder = new CommandRecorder(History, id => _updates[id]);
        History.Add(new WorkflowExecutionStarted
        {
            WorkflowType = call.Name,
            TaskQueue = "main",
            Input = CallArgument.ToPayloads(call.Arguments, JsonDataConverter.Default),
            WorkflowTaskTimeout = TimeSpan.FromSeconds(10),
            FirstExecutionRunId = RunId,
        });
    }

    public GrowingHistory History { get; } = new();

    public WorkflowTaskHandlerOptions Options { get; }

    public WorkflowTaskHandler Handler { get; private set; }

    /// <summary>Commands of the last task, in words.</summary>
    public IReadOnlyList<string> Asked => [.. _turns[^1].Commands.Select(CommandWords.Of)];

    public IReadOnlyList<Command> Commands => _turns[^1].Commands;

    /// <summary>False for code that is not deterministic on purpose.</summary>
    public bool ChecksReplay { get; set; } = true;

    public static RunDriver Start<TWorkflow>(Func<TWorkflow, Task> call, WorkflowTaskHandlerOptions? options = null)
    {
        var driver = Create(call, options);
        driver.RunTask();
        return driver;
    }

    /// <summary>A run whose first task is not run yet.</summary>
    public static RunDriver Create<TWorkflow>(Func<TWorkflow, Task> call, WorkflowTaskHandlerOptions? options = null) => new(CallCapture.Read(call, CallKind.Workflow), options);

    public static WorkflowTaskHandler NewHandler(WorkflowTaskHandlerOptions? options = null) => new(DefinitionCatalog.Of(typeof(RunDriver).Assembly).Workflows, options);

    public RunDriver After(TimeSpan time)
    {
        History.Now += time;
        return this;
    }

    /// <summary>Runs a workflow task that must complete.</summary>
    public RunDriver RunTask(params UpdateRequest[] newUpdates)
    {
        var result = TryTask(newUpdates);
        Assert.True(result is WorkflowTaskResult.Completed, (result as WorkflowTaskResult.Failed)?.Failure.ToString());
        return this;
    }

    /// <summary>Runs a workflow task and records how it went.</summary>
    public WorkflowTaskResult TryTask(params UpdateRequest[] newUpdates)
    {
        foreach (var update in newUpdates)
        {
            _updates[update.UpdateId] = update;
        }

        var scheduled = History.Add(new WorkflowTaskScheduled { TaskQueue = "main", StartToCloseTimeout = TimeSpan.FromSeconds(10), Attempt = _attempt });
        var started = History.Add(new WorkflowTaskStarted { ScheduledEventId = scheduled.EventId, HistorySizeBytes = 100 * scheduled.EventId });
        var task = TaskAt(started, newUpdates);
        var result = Handler.Execute(task);
        switch (result)
        {
            case WorkflowTaskResult.Completed completed when LeavesNoTrace(completed):
                History.RemoveFrom(scheduled.EventId);
                break;
            case WorkflowTaskResult.Completed completed:
                Complete(task, started, completed.Commands);
                break;
            case WorkflowTaskResult.Failed failed:
                History.Add(new WorkflowTaskFailed { ScheduledEventId = scheduled.EventId, StartedEventId = started.EventId, Cause = failed.Cause, Failure = failed.Failure });
                _attempt++;
                break;
            default:
                break;
        }

        return result;
    }

    public WorkflowTaskResult Query(string name, params Payload[] arguments) => Handler.Execute(new WorkflowTask
    {
        Workflow = Key,
        RunId = RunId,
        WorkflowType = _workflowType,
        Attempt = 1,
        PreviousStartedEventId = _previousStartedEventId,
        StartedEventId = _previousStartedEventId,
        NewEvents = [],
        History = History,
        Query = new WorkflowQuery(name, Payloads.Of(arguments), PayloadMap.Empty),
    });

    public T Ask<T>(string name) => JsonDataConverter.Default.FromPayload<T>(Assert.IsType<WorkflowTaskResult.QueryAnswered>(Query(name)).Result[0]);

    /// <summary>Forgets the code's state: the next task replays.</summary>
    public RunDriver Evict()
    {
        Handler.Evict(RunId);
        return this;
    }

    /// <summary>Goes on with a worker that never saw the run, such as one of another version.</summary>
    public RunDriver MoveTo(WorkflowTaskHandler handler)
    {
        Handler = handler;
        return this;
    }

    public RunDriver Signal(string name, params object?[] arguments)
    {
        History.Add(new WorkflowExecutionSignaled { SignalName = name, Input = Json.Payloads(arguments) });
        return this;
    }

    public RunDriver RequestCancel()
    {
        History.Add(new WorkflowExecutionCancelRequested());
        return this;
    }

    public RunDriver CompleteActivity(string type, params object?[] result)
    {
        var (scheduled, started) = StartActivity(type);
        History.Add(new ActivityTaskCompleted { ScheduledEventId = scheduled, StartedEventId = started, Result = Json.Payloads(result) });
        return this;
    }

    public RunDriver FailActivity(string type, Exception exception)
    {
        var (scheduled, started) = StartActivity(type);
        var failure = FailureConverter.ToFailure(exception, JsonDataConverter.Default);
        History.Add(new ActivityTaskFailed { ScheduledEventId = scheduled, StartedEventId = started, Failure = failure, RetryState = RetryState.NonRetryableFailure });
        return this;
    }

    public RunDriver CancelActivity(string type)
    {
        var (scheduled, started) = StartActivity(type);
        var requested = History.Events.Single(e => e.Attributes is ActivityTaskCancelRequested r && r.ScheduledEventId == scheduled);
        History.Add(new ActivityTaskCanceled { ScheduledEventId = scheduled, StartedEventId = started, LatestCancelRequestedEventId = requested.EventId });
        return this;
    }

    public RunDriver FireTimer(string timerId = "1")
    {
        var started = History.Events.Single(e => e.Attributes is TimerStarted s && s.TimerId == timerId);
        History.Now = started.Time + ((TimerStarted)started.Attributes).StartToFireTimeout;
        History.Add(new TimerFired { TimerId = timerId, StartedEventId = started.EventId });
        return this;
    }

    public ChildEvents Child(string type) => new(History, type);

    public static UpdateRequest Update(string id, string name, params object?[] arguments) => new(id, name, Json.Payloads(arguments), PayloadMap.Empty, "tester");

    public void Dispose()
    {
        if (!ChecksReplay)
        {
            return;
        }

        Handler = NewHandler();
        foreach (var turn in _turns)
        {
            var replayed = new WorkflowTaskHandler(DefinitionCatalog.Of(typeof(RunDriver).Assembly).Workflows, Options).Execute(turn.Task);
            var commands = Assert.IsType<WorkflowTaskResult.Completed>(replayed).Commands;
            Assert.Equal(turn.Commands.Select(ComparableCommand.Of), commands.Select(ComparableCommand.Of));
        }

        ReplayToTheEnd();
    }

    /// <summary>Replays all of history, so that the last commands too are checked against their events.</summary>
    private void ReplayToTheEnd()
    {
        if (_turns.Count > 0)
        {
            Evict();
            var failure = Assert.IsType<WorkflowTaskResult.QueryFailed>(Query("__no such query")).Failure;
            Assert.StartsWith("HF3011", failure.Message, StringComparison.Ordinal);
        }
    }

    private static bool LeavesNoTrace(WorkflowTaskResult.Completed completed) => completed.Commands.Count > 0 && completed.Commands.All(c => c is ProtocolMessageCommand { Message: UpdateMessage.Rejected });

    private WorkflowTaskHandler NewHandler() => NewHandler(Options);

    private WorkflowTask TaskAt(HistoryEvent started, IReadOnlyList<UpdateRequest> newUpdates) => new()
    {
        Workflow = Key,
        RunId = RunId,
        WorkflowType = _workflowType,
        Attempt = _attempt,
        PreviousStartedEventId = _previousStartedEventId,
        StartedEventId = started.EventId,
        NewEvents = History.After(_previousStartedEventId),
        History = History,
        Updates = newUpdates,
    };

    private void Complete(WorkflowTask task, HistoryEvent started, IReadOnlyList<Command> commands)
    {
        _turns.Add(new Turn(task, [.. History.Events], commands));
        var attributes = (WorkflowTaskStarted)started.Attributes;
        var completed = History.Add(new WorkflowTaskCompleted { ScheduledEventId = attributes.ScheduledEventId, StartedEventId = started.EventId });
        foreach (var command in commands)
        {
            _recorder.Record(command, completed.EventId);
        }

        _previousStartedEventId = started.EventId;
        _attempt = 1;
    }

    private (long Scheduled, long Started) StartActivity(string type)
    {
        var scheduled = History.Events.First(e => e.Attributes is ActivityTaskScheduled s && s.ActivityType == type && !History.Events.Any(o => o.Attributes is ActivityTaskStarted t && t.ScheduledEventId == e.EventId));
        var started = History.Add(new ActivityTaskStarted { ScheduledEventId = scheduled.EventId });
        return (scheduled.EventId, started.EventId);
    }
}

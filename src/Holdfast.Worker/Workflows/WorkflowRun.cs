using Holdfast.Definitions;
using Holdfast.Protocol;

namespace Holdfast.Worker;

/// <summary>The cached state of one run's code: what it runs on, asked for and waits for. Jobs change it, commands leave it.</summary>
/// <remarks>Threading: used by one thread at a time, except for <see cref="Foreign"/>.</remarks>
internal sealed class WorkflowRun
{
    private readonly List<HistoryEvent> _jobs = [];
    private SignalInbox? _signals;
    private bool _isLookOnly;

    public WorkflowRun(WorkflowSettings settings, WorkflowDefinition definition, WorkflowKey key, RunId runId)
    {
        Settings = settings;
        Definition = definition;
        Key = key;
        RunId = runId;
        FailurePolicy = settings.FailurePolicy.With(definition.FailureExceptionTypes);
        Foreign = new ForeignWork(() => settings.ForeignContinuation(key, runId));
        Scheduler = new WorkflowScheduler(Foreign);
        Converters = RunConverters.Of(settings.DataConverter, this);
        Context = new RunContext(this);
    }

    public WorkflowSettings Settings { get; }

    public WorkflowDefinition Definition { get; }

    /// <summary>Which exceptions end this workflow.</summary>
    public FailurePolicy FailurePolicy { get; }

    public WorkflowKey Key { get; }

    public RunId RunId { get; }

    public WorkflowScheduler Scheduler { get; }

    public RunContext Context { get; }

    public ForeignWork Foreign { get; }

    /// <summary>The number of its last use, kept by the <see cref="RunCache"/>.</summary>
    public long LastUse { get; set; }

    /// <summary>Converters for the run's own payloads and those of what it calls.</summary>
    public RunConverters Converters { get; }

    public CommandBuffer Commands { get; } = new();

    public PendingWork Pending { get; } = new();

    public RunIds Ids { get; } = new();

    public RunPatches Patches => field ??= new RunPatches(this);

    /// <summary>Memo and search attributes.</summary>
    public RunNotes Noted { get; } = new();

    public RunLocalActivities LocalActivities => LocalActivitiesInUse ??= new RunLocalActivities(this);

    /// <summary>Null while the run has used none.</summary>
    public RunLocalActivities? LocalActivitiesInUse { get; private set; }

    /// <summary>True when the task under way cannot end yet.</summary>
    public bool WaitsForLocalActivities => LocalActivitiesInUse is { AnyPending: true } && TaskFailure is null && !Commands.IsClosing;

    public HandlerTracker Handlers { get; } = new();

    public RunHandlers Registry => field ??= new RunHandlers(this);

    public SignalInbox Signals => _signals ??= new SignalInbox(this);

    /// <summary>True when signals came that no handler took.</summary>
    public bool HasUnhandledSignals => _signals is { IsEmpty: false };

    public RunCancellation Cancellation { get; } = new();

    /// <summary>How far the code has come in the history.</summary>
    public RunPosition Position { get; } = new();

    /// <summary>The task under way.</summary>
    public TaskFacts Facts { get; set; }

    /// <summary>The WorkflowExecutionStarted event; null until it was seen.</summary>
    public HistoryEvent? Start { get; set; }

    /// <summary>What stands around the code; null when nothing does.</summary>
    public RunInterception? Interception { get; private set; }

    /// <summary>Where the code waits; null for a run that is not asked.</summary>
    public WaitTrace? Trace { get; init; }

    /// <summary>What the code tells people of where it is.</summary>
    public string CurrentDetails { get; set; } = string.Empty;

    /// <summary>
    /// Seeds the random numbers of the code: the run whose start it is, so that a run that came of a reset draws what the other drew, and from the reset on the
    /// run itself.
    /// </summary>
    public RunId RandomSeed
    {
        get => field.IsNone ? (Start?.Attributes as WorkflowExecutionStarted)?.OriginalExecutionRunId ?? RunId : field;
        private set;
    }

    /// <summary>Puts the interceptors around the code. Workflow code itself, since interceptors may be.</summary>
    public void BeginInterception() => Interception = Settings.Interceptors.Count == 0 ? null : RunInterception.Of(this);

    /// <summary>The list of the events that a task's code is told of, empty; one for all walks, of which one goes on at a time.</summary>
    public List<HistoryEvent> NoJobs()
    {
        _jobs.Clear();
        return _jobs;
    }

    /// <summary>The history shows that the run was reset here.</summary>
    public void ResetTo(RunId newRunId)
    {
        RandomSeed = newRunId;
        Context.DrawAnew();
    }

    /// <summary>The workflow object; null for a static method.</summary>
    public object? Instance { get; set; }

    /// <summary>What failed the task under way; null while nothing did.</summary>
    public Exception? TaskFailure { get; private set; }

    /// <summary>Fails the task under way; the first failure stays.</summary>
    public void FailTask(Exception exception) => TaskFailure ??= exception;

    /// <summary>Watches a routine, which handles what user code throws: whatever still comes out is a defect, and fails the task.</summary>
    public void Observe(Task routine)
    {
        if (routine.IsFaulted)
        {
            FailTask(routine.Exception.GetBaseException());
        }
        else if (!routine.IsCompleted)
        {
            _ = routine.ContinueWith(static (t, state) => ((WorkflowRun)state!).FailTask(t.Exception!.GetBaseException()), this, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, Scheduler);
        }
    }

    /// <summary>Runs a question of user code during which it must not act.</summary>
    public T LookOnly<T>(Func<T> question)
    {
        var outer = _isLookOnly;
        _isLookOnly = true;
        try
        {
            return question();
        }
        finally
        {
            _isLookOnly = outer;
        }
    }

    /// <summary>Checks that workflow code may act now.</summary>
    /// <exception cref="HoldfastException"><see cref="ErrorCodes.ReadOnly"/> or <see cref="ErrorCodes.NotInWorkflow"/>.</exception>
    public void RequireActing()
    {
        if (!Scheduler.IsOwner)
        {
            throw new HoldfastException(ErrorCodes.NotInWorkflow, "Workflow code has left its scheduler: look for Task.Run, ConfigureAwait(false) or an await of something that is not from Workflow.*.");
        }

        if (_isLookOnly)
        {
            throw new HoldfastException(ErrorCodes.ReadOnly, "A query, an update's validator or a condition may look at the workflow's state, but not schedule, start or wait for anything.");
        }
    }

    /// <summary>Reads what the next task will read, so that it is in the processor's caches; the value means nothing.</summary>
    public long ReadAhead() => Position.LastEventId + (Commands.IsClosing ? 1 : 0) + Pending.Count + Scheduler.PiecesRun + _jobs.Count + (Foreign.Description is null ? 1 : 0);

    /// <summary>True on the workflow's own thread; elsewhere reports foreign work.</summary>
    public bool RequireOwner(string what)
    {
        if (Scheduler.IsOwner)
        {
            return true;
        }

        Foreign.Report($"{what} from a thread that is not the workflow's.");
        return false;
    }
}

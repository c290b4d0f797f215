using Holdfast.Protocol;

namespace Holdfast.Engine;

/// <summary>The state of one run: the fold of its records, and what is named volatile beside it.</summary>
/// <remarks>
/// Ownership: one shard's owner; not thread-safe. Change: only <see cref="RunMachine"/> changes it. What is volatile (admitted updates, a speculative workflow
/// task, the start of a transient one, offers, the armed timer, the history's size) is lost in a crash; <see cref="RunMachine.Resume"/> makes up for it.
/// </remarks>
public sealed class RunState
{
    private WorkflowExecutionStarted? _started;
    private HashSet<string>? _requestIds;
    private Dictionary<string, RunId>? _resets;
    private PayloadMap? _searchAttributes;
    private PayloadMap? _memo;
    private ResetPointList? _autoResetPoints;
    private Priority? _priority;
    private List<string>? _attachedRequestIds;

    /// <summary>Creates the state of a run that has no history yet.</summary>
    /// <param name="workflow">The workflow.</param>
    /// <param name="runId">The run.</param>
    public RunState(WorkflowKey workflow, RunId runId)
    {
        Workflow = workflow;
        RunId = runId;
    }

    /// <summary>The workflow.</summary>
    public WorkflowKey Workflow { get; }

    /// <summary>The run.</summary>
    public RunId RunId { get; }

    /// <summary>Where the run is in its life.</summary>
    public RunPhase Phase => _started is null ? RunPhase.NotStarted : CloseEvent is null ? RunPhase.Open : RunPhase.Closed;

    /// <summary>True once the run has ended.</summary>
    public bool IsClosed => CloseEvent is not null;

    /// <summary>The status that clients see. Running or Paused until the close event.</summary>
    public WorkflowExecutionStatus Status { get; internal set; } = WorkflowExecutionStatus.Running;

    /// <summary>The first event's attributes.</summary>
    /// <exception cref="HoldfastException"><see cref="ErrorCodes.InvariantBroken"/> when the run has not started.</exception>
    public WorkflowExecutionStarted Started
    {
        get
        {
            Invariant.That(_started is not null, "a run that is asked for its first event has one");
            return _started;
        }
        internal set => _started = value;
    }

    /// <summary>True when the run executes one activity that a client started, and no workflow code.</summary>
    public bool IsStandaloneActivity => Started.Kind is RunKind.Activity;

    /// <summary>The workflow type; of a run that executes an activity, the activity type.</summary>
    public string WorkflowType => Started.WorkflowType;

    /// <summary>Task queue of its workflow tasks.</summary>
    public string TaskQueue => Started.TaskQueue;

    /// <summary>The workflow at the top of the tree of children; this run when it has no parent.</summary>
    public WorkflowExecution Root => Started.RootWorkflow.WorkflowId is null or { Length: 0 } ? new WorkflowExecution(Workflow.WorkflowId, RunId) : Started.RootWorkflow;

    /// <summary>First run of its chain.</summary>
    public RunId FirstExecutionRunId => Started.FirstExecutionRunId;

    /// <summary>Its search attributes: those that it started with, as it has changed them.</summary>
    public PayloadMap SearchAttributes
    {
        get => _searchAttributes ?? Started.SearchAttributes;
        internal set => _searchAttributes = value;
    }

    /// <summary>Its memo: the one that it started with, as it has changed it.</summary>
    public PayloadMap Memo
    {
        get => _memo ?? Started.Memo;
        internal set => _memo = value;
    }

    /// <summary>The build of the workers' code that completed its last workflow task; empty when none has said which it is.</summary>
    public string BuildId { get; internal set; } = string.Empty;

    /// <summary>Where builds first completed workflow tasks of the chain, oldest first.</summary>
    public ResetPointList AutoResetPoints
    {
        get => _autoResetPoints ?? Started.PreviousResetPoints;
        internal set => _autoResetPoints = value;
    }

    /// <summary>Priority and fairness of its tasks: what it started with, or was given since; null means the default.</summary>
    public Priority? Priority
    {
        get => _priority ?? Started.Priority;
        internal set => _priority = value;
    }

    /// <summary>Request IDs of starts that found this run and attached themselves to it, in order.</summary>
    public IReadOnlyList<string> AttachedRequestIds => _attachedRequestIds ?? (IReadOnlyList<string>)[];

    /// <summary>When it began.</summary>
    public DateTimeOffset StartTime { get; internal set; }

    /// <summary>The event that ended it; null while it is open.</summary>
    public HistoryEvent? CloseEvent { get; internal set; }

    /// <summary>The ID that the next event gets.</summary>
    public long NextEventId { get; internal set; } = 1;

    /// <summary>Number of records that made the state.</summary>
    public long TransitionCount { get; internal set; }

    /// <summary>Encoded size of its history, as the runtime last said with <see cref="SetHistorySizeBytes"/>; volatile.</summary>
    public long HistorySizeBytes { get; private set; }

    /// <summary>When the run timeout passes; null when there is none.</summary>
    public DateTimeOffset? RunTimeoutTime { get; internal set; }

    /// <summary>When the timeout of the chain passes; null when there is none.</summary>
    public DateTimeOffset? ExecutionExpirationTime { get; internal set; }

    /// <summary>When the first workflow task is scheduled; null when it has been, or there was no delay.</summary>
    public DateTimeOffset? FirstWorkflowTaskTime { get; internal set; }

    /// <summary>Where it stands with the limits on starts.</summary>
    public StartPermitState StartPermit { get; internal set; }

    /// <summary>Since when its first workflow task has waited for a permit; null when it does not.</summary>
    public DateTimeOffset? StartPermitAwaitedSince { get; internal set; }

    /// <summary>The workflow task that waits or runs; null when there is none.</summary>
    public WorkflowTaskState? WorkflowTask { get; internal set; }

    /// <summary>The WorkflowTaskStarted event of the last completed task; 0 when there was none.</summary>
    public long PreviousStartedEventId { get; internal set; }

    /// <summary>Activities scheduled and not ended.</summary>
    public PendingSet<PendingActivity> PendingActivities { get; } = new();

    /// <summary>Timers started and neither fired nor canceled.</summary>
    public PendingSet<PendingTimer> PendingTimers { get; } = new();

    /// <summary>Children asked for and not ended.</summary>
    public PendingSet<PendingChild> PendingChildren { get; } = new();

    /// <summary>Requests to cancel other runs that have no outcome yet.</summary>
    public PendingSet<PendingExternalCancel> PendingExternalCancels { get; } = new();

    /// <summary>Signals to other runs that have no outcome yet; null while the run has sent none.</summary>
    public PendingSet<PendingExternalSignal>? ExternalSignals { get; internal set; }

    /// <summary>Its updates.</summary>
    public UpdateSet Updates { get; } = new();

    /// <summary>Events that wait for the end of the workflow task under way.</summary>
    public EventBuffer BufferedEvents { get; } = new();

    /// <summary>Signals received.</summary>
    public int SignalCount { get; internal set; }

    /// <summary>True once somebody asked the run to cancel.</summary>
    public bool CancelRequested { get; internal set; }

    /// <summary>Since when and why nothing of the run is started; null while it is not paused.</summary>
    public PauseInfo? Pause { get; internal set; }

    /// <summary>True while nothing of the run is started.</summary>
    public bool IsPaused => Pause is not null;

    /// <summary>The request that reset another run to this one; empty when this one did not come of a reset.</summary>
    public string ResetRequestId { get; internal set; } = string.Empty;

    /// <summary>True when it came of a reset and has begun; false while it has nothing but the events that it shares with the other run.</summary>
    public bool IsBranched { get; internal set; }

    /// <summary>True while more is carried over to it from the run that is reset: see <see cref="BranchRun.HasMore"/>. Volatile.</summary>
    public bool AwaitsMoreOfBranch { get; internal set; }

    /// <summary>True while it has nothing but events that it shares with the run that is reset, see <see cref="BranchedHistory"/>, or <see cref="AwaitsMoreOfBranch"/>.</summary>
    public bool IsBeginningOfBranch => _started is { OriginalExecutionRunId: not null } && (!IsBranched || AwaitsMoreOfBranch);

    /// <summary>The run that came of the last reset of this one; null when it was not reset.</summary>
    public RunId? ResetRunId { get; internal set; }

    /// <summary>True when a reset terminated it: its children and its parent then belong to the run that came of it.</summary>
    public bool IsClosedByReset { get; internal set; }

    /// <summary>True when the parent has durably recorded how this run ended.</summary>
    public bool ParentNotified { get; internal set; }

    /// <summary>The run that took over when this one closed; null when none did.</summary>
    public RunId? SuccessorRunId { get; internal set; }

    /// <summary>True when it is closed, the last of a child's chain, and its parent has not recorded that.</summary>
    public bool OwesParentNotification => IsClosed && Started.Parent is not null && SuccessorRunId is null && !ParentNotified && !IsClosedByReset;

    /// <summary>Children whose start was asked for and is not confirmed.</summary>
    public int UnacknowledgedChildStarts { get; internal set; }

    /// <summary>True when the run only waits: for time, for a message, or for nothing any more. It may then leave memory.</summary>
    public bool IsIdle => IsClosed ? !OwesParentNotification : _started is not null && Idleness.OfOpenRun(this);

    /// <summary>When the engine must look at the run by itself: the earliest of all its timers and timeouts; null when only a message can wake it.</summary>
    public DateTimeOffset? NextWakeUp => Deadlines.Earliest(this)?.DueTime;

    /// <summary>Volatile: the one timer that stands for all of the run's timers and timeouts; null when none is armed.</summary>
    internal Deadline? ArmedTimer { get; set; }

    /// <summary>
    /// The request that made it, of the requests of its workflow: the one that started it, or <see cref="OfReset"/> of the one that reset another run to it. The start
    /// that such a run has in its history made the run that was reset.
    /// </summary>
    public string StartRequestId => Started.OriginalExecutionRunId is null ? Started.RequestId : OfReset(ResetRequestId);

    /// <summary>What a request to reset is known as among the requests that make runs; empty for one without ID.</summary>
    public static string OfReset(string requestId)
    {
        ArgumentNullException.ThrowIfNull(requestId);
        return requestId.Length == 0 ? string.Empty : $"reset:{requestId}";
    }

    /// <summary>True when a request with this ID has been taken.</summary>
    public bool HasSeenRequest(string requestId) => _requestIds is not null && _requestIds.Contains(requestId);

    /// <summary>The run that came of a request to reset this one; null when there was no such request.</summary>
    public RunId? FindReset(string requestId) => _resets is not null && _resets.TryGetValue(requestId, out var runId) ? runId : null;

    /// <summary>Tells the size of the encoded history, which the machine cannot know.</summary>
    /// <param name="bytes">Encoded size so far; not less than before.</param>
    public void SetHistorySizeBytes(long bytes)
    {
        Invariant.That(bytes >= HistorySizeBytes, "history does not shrink");
        HistorySizeBytes = bytes;
    }

    /// <summary>What is known of an update that was accepted; null when none of that ID was.</summary>
    /// <param name="updateId">The update.</param>
    /// <returns>The report that whoever asks for the update should get.</returns>
    public ReportUpdate? FindUpdateReport(string updateId) => UpdateReports.OfAccepted(this, updateId);

    /// <summary>Reads what a step will read of what is pending, so that it is in the processor's caches; the value means nothing.</summary>
    /// <returns>A number that depends on what was read.</returns>
    public long ReadAhead() => (PendingActivities.Count > 0 ? PendingActivities[0].Attempt : 0) + BufferedEvents.Count + (_started?.Input.Count ?? 0);

    internal void RememberAttachedRequest(string requestId)
    {
        RememberRequest(requestId);
        (_attachedRequestIds ??= []).Add(requestId);
    }

    internal void RememberRequest(string requestId)
    {
        if (requestId.Length != 0)
        {
            _requestIds ??= new HashSet<string>(StringComparer.Ordinal);
            _requestIds.Add(requestId);
        }
    }

    internal void RememberReset(string requestId, RunId newRunId)
    {
        if (requestId.Length == 0)
        {
            return;
        }

        _resets ??= new Dictionary<string, RunId>(StringComparer.Ordinal);
        _resets[requestId] = newRunId;
    }
}

using Holdfast.Engine;
using Holdfast.Protocol;

namespace Holdfast.Runtime;

/// <summary>A run that is in memory: its state, its encoded records, and who waits for what. Touched by its owner's loop alone, save what says otherwise.</summary>
internal sealed class RunEntry(WorkflowKey workflow, RunId runId, int expectedHistoryBytes = 0)
{
    private readonly List<HistoryEvent> _recentEvents = [];
    private long _openedUnits;
    private long _durableUnits;
    private long _durableLsn;
    private long _firstUnsettledLsn;
    private long _countWhenClosed = long.MaxValue;

    public WorkflowKey Workflow { get; } = workflow;

    public RunId RunId { get; } = runId;

    public ushort Shard { get; } = ShardMap.ShardOf(workflow);

    public RunState State { get; } = new(workflow, runId);

    public RunHistory History { get; } = new(expectedHistoryBytes);

    /// <summary>The payloads that lie in the blob store; null until somebody has asked for them.</summary>
    public ExternalPayloadTally? ExternalPayloads { get; set; }

    /// <summary>The last event of the history; null before the first.</summary>
    public HistoryEvent? LastEvent { get; private set; }

    /// <summary>When the last thing happened that is an event of the history or will be one.</summary>
    public DateTimeOffset LastTime { get; private set; }

    /// <summary>True when the run is known to be its workflow's newest. Kept by the <see cref="RunDirectory"/>, as are its neighbours.</summary>
    public bool IsNewest { get; set; }

    /// <summary>The run of the same workflow that was taken into memory before this one.</summary>
    public RunEntry? OlderInMemory { get; set; }

    /// <summary>The run of the same workflow that was taken into memory after this one.</summary>
    public RunEntry? YoungerInMemory { get; set; }

    /// <summary>Those who wait for something of this run.</summary>
    public RunWaiters Waiters { get; } = new();

    /// <summary>Attempts that workers have in hand.</summary>
    public RunAttempts Attempts { get; } = new();

    /// <summary>The queue of its workflow tasks; null until <see cref="Matching"/> was asked for it.</summary>
    public TaskQueueEntry? TaskQueue { get; set; }

    /// <summary>True while the run is in its owner's queue of workflow tasks to be run.</summary>
    public bool IsWorkflowTaskQueued { get; set; }

    /// <summary>True when the run was taken up after it had done workflow tasks, and its code has not been called since: it has to be replayed.</summary>
    public bool NeedsReplay { get; set; }

    /// <summary>True while a call of workflow code has not returned.</summary>
    public bool IsWorkflowCodeRunning
    {
        get;
        set
        {
            field = value;
            ShareHistory();
        }
    }

    /// <summary>The workflow task under way, when its code waits for local activities or blobs; null otherwise.</summary>
    public SuspendedWorkflowTask? Suspended
    {
        get;
        set
        {
            field = value;
            ShareHistory();
        }
    }

    /// <summary>The run's place in its owner's wake-up queue.</summary>
    public WakeUpSlot WakeUp { get; } = new();

    /// <summary>When the run last took a step.</summary>
    public DateTimeOffset LastStepTime { get; set; }

    /// <summary>True while a settlement of the run is under way.</summary>
    public bool IsSettling
    {
        get;
        set
        {
            field = value;
            ShareHistory();
        }
    }

    /// <summary>A query waits for something of its worker.</summary>
    public void Suspend(QueryRequest query)
    {
        Waiters.Suspend(query);
        ShareHistory();
    }

    /// <summary>Children that do not have durably yet what the policy says of the end of this run.</summary>
    public int ChildrenToTell { get; set; }

    /// <summary>True while the run is being deleted: it is not settled any more.</summary>
    public bool IsBeingDeleted { get; set; }

    /// <summary>True when every record that was made is durable.</summary>
    public bool IsDurable => _openedUnits == Interlocked.Read(ref _durableUnits);

    /// <summary>The journal position of the last durable record; 0 when none lies in the journal.</summary>
    public long DurableLsn => Interlocked.Read(ref _durableLsn);

    /// <summary>The first journal position that holds a record of the run which the settled store has not; 0 when there is none.</summary>
    public long FirstUnsettledLsn => Interlocked.Read(ref _firstUnsettledLsn);

    /// <summary>Events since the workflow task that was completed last, for a worker that has the run in its cache.</summary>
    /// <param name="unwritten">Events that are not in history yet, put behind them.</param>
    public HistoryEvent[] RecentEventsWith(IReadOnlyList<HistoryEvent> unwritten)
    {
        var events = new HistoryEvent[_recentEvents.Count + unwritten.Count];
        _recentEvents.CopyTo(events);
        for (var i = 0; i < unwritten.Count; i++)
        {
            events[_recentEvents.Count + i] = unwritten[i];
        }

        return events;
    }

    /// <summary>Reads what the next step will read, so that it is in the processor's caches; see <see cref="MessageLookahead"/>. The value means nothing.</summary>
    public long ReadAhead() => State.NextEventId + History.Bytes + _recentEvents.Count + (Attempts.IsEmpty ? 1 : 0) + (Waiters.HasHistory ? 1 : 0) + WakeUp.DueTime.Ticks;

    /// <summary>As <see cref="ReadAhead"/>, one level of objects further.</summary>
    public long ReadFurtherAhead() => State.ReadAhead() + History.ReadAhead();

    /// <summary>True when the run had closed by the time at which it had so many records.</summary>
    public bool HasClosedBy(long recordCount) => recordCount >= _countWhenClosed;

    /// <summary>Takes a record into the history.</summary>
    public void Append(RunRecord record)
    {
        History.Append(record);
        Note(record);
    }

    /// <summary>Takes a record into the history as it was encoded before.</summary>
    public void AppendEncoded(RunRecord record, ReadOnlySpan<byte> encoded)
    {
        History.AppendEncoded(encoded);
        Note(record);
    }

    /// <summary>Records are about to be made that will be handed to the journal as one unit.</summary>
    public void UnitOpened() => _openedUnits++;

    /// <summary>A unit of records is durable. Called on the journal's thread.</summary>
    public void UnitDurable(long lsn)
    {
        Interlocked.CompareExchange(ref _firstUnsettledLsn, lsn, 0);
        Interlocked.Exchange(ref _durableLsn, lsn);
        Interlocked.Increment(ref _durableUnits);
    }

    /// <summary>The run has a part of the history of another: its time goes on from there.</summary>
    public void BeginsAfter(DateTimeOffset time) => LastTime = time > LastTime ? time : LastTime;

    /// <summary>The run came from recovery or the settled store.</summary>
    public void Restore(long durableLsn, long firstUnsettledLsn)
    {
        _durableLsn = durableLsn;
        _firstUnsettledLsn = firstUnsettledLsn;
    }

    /// <summary>The settled store covers the run up to a position.</summary>
    public void SettledUpTo(long coveredLsn, int historyBytes, long recordCount)
    {
        History.MarkSettled(historyBytes, recordCount);
        Interlocked.Exchange(ref _firstUnsettledLsn, IsDurable && DurableLsn == coveredLsn ? 0 : coveredLsn + 1);
    }

    private void Note(RunRecord record)
    {
        if (State.IsClosed && _countWhenClosed > History.Count)
        {
            _countWhenClosed = History.Count;
        }

        if (record is not HistoryEvent historyEvent)
        {
            LastTime = record is EventBuffered buffered ? buffered.Time : LastTime;
            return;
        }

        LastEvent = historyEvent;
        LastTime = historyEvent.Time;
        _recentEvents.Add(historyEvent);
        if (historyEvent.Attributes is WorkflowTaskCompleted completed)
        {
            ForgetRecentEvents(completed.StartedEventId);
        }
    }

    private void ForgetRecentEvents(long lastEventId)
    {
        var count = 0;
        while (count < _recentEvents.Count && _recentEvents[count].EventId <= lastEventId)
        {
            count++;
        }

        _recentEvents.RemoveRange(0, count);
    }

    /// <summary>What waits for its worker may read the history as it was when it was given it, however much later it goes on.</summary>
    private void ShareHistory() => History.IsShared = IsWorkflowCodeRunning || IsSettling || Suspended is not null || Waiters.HasSuspendedQueries;
}

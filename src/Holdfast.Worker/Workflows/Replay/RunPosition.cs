using Holdfast.Protocol;

namespace Holdfast.Worker;

/// <summary>How far a run's code has come in its history.</summary>
internal sealed class RunPosition
{
    private long _startedEventIdBefore;
    private long _scheduledEventId;
    private bool _sawJobs;
    private bool _leftNoTrace;

    /// <summary>The WorkflowTaskStarted event of the last task; 0 before the first.</summary>
    public long StartedEventId { get; private set; }

    /// <summary>The last event that was taken in.</summary>
    public long LastEventId { get; set; }

    public void Begin(HistoryEvent started, long taskScheduledEventId, bool hasJobs)
    {
        _startedEventIdBefore = StartedEventId;
        _scheduledEventId = taskScheduledEventId;
        _sawJobs = hasJobs;
        _leftNoTrace = false;
        StartedEventId = started.EventId;
    }

    /// <summary>Notes what the task asked for.</summary>
    public void End(IReadOnlyList<Command> commands) =>
        _leftNoTrace = !_sawJobs && commands.Count > 0 && commands.All(c => c is ProtocolMessageCommand { Message: UpdateMessage.Rejected });

    /// <summary>True when <see cref="TryResume"/> would be; changes nothing.</summary>
    public bool CanResume(long previousStartedEventId) => StartedEventId == previousStartedEventId || (_leftNoTrace && _startedEventIdBefore == previousStartedEventId);

    /// <summary>True when the code can go on from the task named. A task that only rejected updates may have left no trace: then the code goes on from the one before it.</summary>
    public bool TryResume(long previousStartedEventId)
    {
        if (_leftNoTrace && _startedEventIdBefore == previousStartedEventId)
        {
            _leftNoTrace = false;
            StartedEventId = _startedEventIdBefore;
            LastEventId = _scheduledEventId - 1;
        }

        return StartedEventId == previousStartedEventId;
    }
}

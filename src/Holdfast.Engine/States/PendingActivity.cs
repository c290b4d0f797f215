using Holdfast.Protocol;

namespace Holdfast.Engine;

/// <summary>An activity that is scheduled and not ended.</summary>
public sealed class PendingActivity : IPendingEvent
{
    internal PendingActivity(long scheduledEventId, DateTimeOffset scheduledTime, ActivityTaskScheduled scheduled)
    {
        ScheduledEventId = scheduledEventId;
        ScheduledTime = scheduledTime;
        Scheduled = scheduled;
        NextAttemptTime = scheduledTime;
    }

    /// <summary>Its ActivityTaskScheduled event.</summary>
    public long ScheduledEventId { get; }

    /// <summary>What that event says, but for options that an operator has changed.</summary>
    public ActivityTaskScheduled Scheduled { get; internal set; }

    /// <summary>When it was scheduled.</summary>
    public DateTimeOffset ScheduledTime { get; private set; }

    /// <summary>The attempt that runs or is next, from 1. It only rises: reports are fenced by it.</summary>
    public int Attempt { get; internal set; } = 1;

    /// <summary>From when on the attempt may start. Meaningless while one runs.</summary>
    public DateTimeOffset NextAttemptTime { get; internal set; }

    /// <summary>When the running attempt was handed to a worker; null while none runs.</summary>
    public DateTimeOffset? StartedTime { get; internal set; }

    /// <summary>When the timeouts of the running attempt end it at the latest; null while none runs or nothing limits it.</summary>
    internal DateTimeOffset? OverdueTime
    {
        get
        {
            var closes = StartedTime + (Scheduled.StartToCloseTimeout ?? Scheduled.ScheduleToCloseTimeout);
            var silent = Scheduled.HeartbeatTimeout is { } heartbeat ? LastSeenTime + heartbeat : closes;
            return closes is null || silent < closes ? silent : closes;
        }
    }

    /// <summary>True while an attempt runs.</summary>
    public bool IsStarted => StartedTime is not null;

    /// <summary>Worker of the last attempt, or empty.</summary>
    public string Identity { get; internal set; } = string.Empty;

    /// <summary>See <see cref="ActivityAttemptStarted.ProcessEpoch"/>, of the last attempt.</summary>
    public long ProcessEpoch { get; internal set; }

    /// <summary>True when its worker left the end of the running attempt to somebody else.</summary>
    public bool IsHandedOver { get; internal set; }

    /// <summary>When the last heartbeat with details came; null when none did.</summary>
    public DateTimeOffset? LastHeartbeatTime { get; internal set; }

    /// <summary>Details of the last heartbeat, kept from attempt to attempt.</summary>
    public Payloads HeartbeatDetails { get; internal set; } = Payloads.Empty;

    /// <summary>Failure of the attempt before; null when there was none.</summary>
    public Failure? LastFailure { get; internal set; }

    /// <summary>Its ActivityTaskCancelRequested event; 0 when there is none.</summary>
    public long CancelRequestedEventId { get; internal set; }

    /// <summary>True when the workflow has asked to cancel it; a heartbeat is answered so.</summary>
    public bool CancelRequested => CancelRequestedEventId != 0;

    /// <summary>What operators did to it; null when nothing.</summary>
    public OperatedActivity? Operated { get; internal set; }

    /// <summary>Attempts that count for the retry policy, the one that runs or is next included; 0 when that one itself was forgiven.</summary>
    public int CountedAttempts => Attempt - (Operated?.ForgivenAttempts ?? 0);

    /// <summary>The attempt as people see it, from 1; a reset begins anew.</summary>
    public int ShownAttempt => Math.Max(CountedAttempts, 1);

    /// <summary>True while no attempt of it may start.</summary>
    public bool IsPaused => Operated?.Pause is not null;

    /// <summary>Volatile: true once ActivityReady was emitted for the attempt.</summary>
    public bool IsOffered { get; internal set; }

    /// <summary>Volatile: the last sign of life of the running attempt; heartbeats without details count, and so does the engine's own restart.</summary>
    public DateTimeOffset LastSeenTime { get; internal set; }

    long IPendingEvent.EventId => ScheduledEventId;

    string IPendingEvent.Name => Scheduled.ActivityId;

    /// <summary>True when its first attempt was put off to a time known beforehand.</summary>
    internal bool IsDelayed { get; private set; }

    /// <summary>Puts off the first attempt; timeouts count from then on.</summary>
    internal void Delay(TimeSpan delay)
    {
        ScheduleAnew(ScheduledTime + delay);
        IsDelayed = true;
    }

    /// <summary>A time, or the end of the delay that put the first attempt off, whichever is later.</summary>
    internal DateTimeOffset NotBefore(DateTimeOffset time) => time > ScheduledTime ? time : ScheduledTime;

    /// <summary>It is as if it had been scheduled then.</summary>
    internal void ScheduleAnew(DateTimeOffset time)
    {
        ScheduledTime = time;
        NextAttemptTime = time;
    }

    /// <summary>Names the attempt that runs or is next.</summary>
    internal ActivityRef Reference(RunState state) => new(state.Workflow, state.RunId, ScheduledEventId, Attempt);
}

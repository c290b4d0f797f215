using Holdfast.Protocol;

namespace Holdfast.Worker;

/// <summary>One local activity from its begin to its end: waits for a slot, runs its attempts, waits between them, and keeps its timeouts.</summary>
/// <remarks>Threading: safe from any thread. Its end is told once, outside of its lock.</remarks>
internal sealed class LocalActivityExecution(LocalActivityHandler handler, LocalActivityRequest request, Action<LocalActivityMarker> ended)
{
    /// <summary>Largest result: what a marker may hold, less what belongs to the marker.</summary>
    public const int MaximumResultBytes = (2 << 20) - 4_096;

    private readonly Lock _gate = new();
    private readonly DateTimeOffset _beganTime = handler.TimeProvider.GetUtcNow();
    private ITimer? _scheduleToClose;
    private ITimer? _scheduleToStart;
    private ITimer? _startToClose;
    private ITimer? _backoff;
    private ActivityAttempt? _current;
    private int _attempt = request.Attempt;
    private bool _isCancelRequested;
    private bool _hasEnded;

    /// <summary>True when nothing more comes of it.</summary>
    public bool HasEnded
    {
        get
        {
            lock (_gate)
            {
                return _hasEnded;
            }
        }
    }

    private DateTimeOffset OriginalScheduleTime => request.OriginalScheduleTime ?? _beganTime;

    /// <summary>Begins.</summary>
    public void Begin()
    {
        lock (_gate)
        {
            _scheduleToClose = Timer(RemainingTime(), () => End(TimedOut(TimeoutType.ScheduleToClose)));
            _scheduleToStart = Timer(request.ScheduleToStartTimeout, () => End(TimedOut(TimeoutType.ScheduleToStart)));
        }

        handler.TakeSlot(this);
    }

    /// <summary>A slot is there: the attempt that is to be run; null when none is any more.</summary>
    public ActivityTask? NextAttempt()
    {
        lock (_gate)
        {
            _scheduleToStart?.Dispose();
            _scheduleToStart = null;
            return _hasEnded ? null : NewTask();
        }
    }

    /// <summary>The attempt is about to run.</summary>
    public void AttemptStarted(ActivityAttempt started)
    {
        lock (_gate)
        {
            _current = started;
            var number = _attempt;
            _startToClose = Timer(StartToCloseTimeout(), () => AttemptTimedOut(number));
            if (_hasEnded || _isCancelRequested)
            {
                started.Cancel(_hasEnded ? ActivityCancelReason.RunClosed : ActivityCancelReason.CancelRequested);
            }
        }
    }

    /// <summary>The code of an attempt came to its end.</summary>
    public void AttemptEnded(int number, ActivityOutcome outcome)
    {
        if (!IsCurrent(number))
        {
            return;
        }

        switch (outcome)
        {
            case ActivityOutcome.Completed completed when Bytes(completed.Result) > MaximumResultBytes:
                End(TooLarge(Bytes(completed.Result)));
                break;
            case ActivityOutcome.Completed completed:
                End(completed.Result.Count == 0 ? Payload.Null : completed.Result[0], null, null);
                break;
            case ActivityOutcome.Canceled:
                End(request.Canceled().Failure!);
                break;
            case ActivityOutcome.Failed failed:
                AttemptFailed(number, failed.Failure);
                break;
            default:
                End(CannotComplete(outcome));
                break;
        }
    }

    /// <summary>The workflow wants it canceled: at once when no attempt is at work.</summary>
    public void Cancel()
    {
        ActivityAttempt? running;
        lock (_gate)
        {
            _isCancelRequested = true;
            running = _current;
        }

        if (running is null)
        {
            End(request.Canceled().Failure!);
        }
        else
        {
            running.Cancel(ActivityCancelReason.CancelRequested);
        }
    }

    /// <summary>Nobody wants its end any more.</summary>
    public void Abandon(ActivityCancelReason reason)
    {
        lock (_gate)
        {
            _hasEnded = true;
            _current?.Cancel(reason);
            StopTimers();
        }
    }

    private bool IsCurrent(int number)
    {
        lock (_gate)
        {
            return !_hasEnded && _attempt == number && _current is not null;
        }
    }

    private void AttemptTimedOut(int number)
    {
        if (IsCurrent(number))
        {
            _current!.Cancel(ActivityCancelReason.TimedOut);
            AttemptFailed(number, TimedOut(TimeoutType.StartToClose));
        }
    }

    private void AttemptFailed(int number, Failure failure)
    {
        var isLast = _isCancelRequested || !RetrySchedule.IsRetryable(request.RetryPolicy, failure) || RetrySchedule.IsLast(request.RetryPolicy, number);
        var delay = RetrySchedule.DelayAfter(request.RetryPolicy, number, failure);
        if (isLast || delay > RemainingTime())
        {
            End(null, failure, null);
        }
        else if (delay > request.LocalRetryThreshold)
        {
            End(null, failure, delay);
        }
        else
        {
            TryAgain(number, delay);
        }
    }

    private void TryAgain(int number, TimeSpan delay)
    {
        lock (_gate)
        {
            if (_hasEnded || _attempt != number)
            {
                return;
            }

            _startToClose?.Dispose();
            _current = null;
            _attempt++;
            _backoff = Timer(delay, () => handler.TakeSlot(this));
        }
    }

    private void End(Failure failure) => End(null, failure, null);

    private void End(Payload? result, Failure? failure, TimeSpan? wait)
    {
        lock (_gate)
        {
            if (_hasEnded)
            {
                return;
            }

            _hasEnded = true;
            StopTimers();
            if (failure?.Info is FailureInfo.Timeout)
            {
                _current?.Cancel(ActivityCancelReason.TimedOut);
            }
        }

        ended(new LocalActivityMarker
        {
            Seq = request.Seq,
            Attempt = _attempt,
            ActivityId = request.ActivityId,
            ActivityType = request.ActivityType,
            CompleteTime = request.WorkflowTime + (handler.TimeProvider.GetUtcNow() - _beganTime),
            Backoff = wait,
            OriginalScheduleTime = OriginalScheduleTime,
            Result = result,
            Failure = failure,
        });
    }

    private void StopTimers()
    {
        _scheduleToClose?.Dispose();
        _scheduleToStart?.Dispose();
        _startToClose?.Dispose();
        _backoff?.Dispose();
    }

    private ITimer? Timer(TimeSpan? dueTime, Action due) =>
        dueTime is { } time ? handler.TimeProvider.CreateTimer(static state => ((Action)state!)(), due, time > TimeSpan.Zero ? time : TimeSpan.Zero, Timeout.InfiniteTimeSpan) : null;

    private TimeSpan? RemainingTime() => OriginalScheduleTime + request.ScheduleToCloseTimeout - handler.TimeProvider.GetUtcNow();

    private TimeSpan? StartToCloseTimeout() => request.StartToCloseTimeout > request.ScheduleToCloseTimeout ? request.ScheduleToCloseTimeout : request.StartToCloseTimeout;

    private static long Bytes(Payloads payloads) => payloads.Sum(static p => (long)p.Data.Length);

    private Failure TimedOut(TimeoutType type) => new()
    {
        Message = $"Local activity '{request.ActivityType}' timed out ({type}).",
        Info = new FailureInfo.Timeout(type, Payloads.Empty),
    };

    private Failure CannotComplete(ActivityOutcome outcome) => new()
    {
        Message = $"{ErrorCodes.InvalidArgument}: Local activity '{request.ActivityType}' ended as {outcome.GetType().Name}, which only an ordinary activity can. Schedule it with ExecuteActivityAsync.",
        Info = new FailureInfo.Application(ErrorCodes.InvalidArgument.ToString(), NonRetryable: true, Payloads.Empty),
    };

    private Failure TooLarge(long bytes) => new()
    {
        Message = $"{ErrorCodes.LimitExceeded}: The result of local activity '{request.ActivityType}' has {bytes} bytes; the limit is {MaximumResultBytes}. Store large values elsewhere and give a reference.",
        Info = new FailureInfo.Application(ErrorCodes.LimitExceeded.ToString(), NonRetryable: true, Payloads.Empty),
    };

    private ActivityTask NewTask() => new()
    {
        Activity = new ActivityRef(request.Workflow, request.RunId, -request.FirstSeq, _attempt),
        ActivityId = request.ActivityId,
        ActivityType = request.ActivityType,
        WorkflowType = request.WorkflowType,
        TaskQueue = request.TaskQueue,
        Input = request.Input,
        Header = request.Header,
        ScheduledTime = OriginalScheduleTime,
        StartedTime = handler.TimeProvider.GetUtcNow(),
        ScheduleToCloseTimeout = request.ScheduleToCloseTimeout,
        StartToCloseTimeout = StartToCloseTimeout(),
        RetryPolicy = request.RetryPolicy,
    };
}

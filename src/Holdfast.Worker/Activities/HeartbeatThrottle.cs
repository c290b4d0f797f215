using Holdfast.Protocol;

namespace Holdfast.Worker;

/// <summary>Sends the heartbeats of one attempt: the first at once, then the newest of each interval. The answer may cancel the attempt.</summary>
/// <remarks>Threading: safe from any thread.</remarks>
internal sealed class HeartbeatThrottle : IDisposable
{
    /// <summary>Longest interval between two heartbeats sent.</summary>
    public static readonly TimeSpan MaximumInterval = TimeSpan.FromSeconds(60);

    /// <summary>Interval when the activity has no heartbeat timeout.</summary>
    public static readonly TimeSpan DefaultInterval = TimeSpan.FromSeconds(30);

    private const double ShareOfTimeout = 0.8;

    private readonly Lock _gate = new();
    private readonly ActivityTask _task;
    private readonly ActivityServices _services;
    private readonly Action<ActivityCancelReason> _cancel;
    private readonly TimeSpan _interval;
    private ITimer? _timer;
    private Payloads? _unsent;
    private bool _isWaiting;
    private bool _isDisposed;

    public HeartbeatThrottle(ActivityTask task, ActivityServices services, Action<ActivityCancelReason> cancel)
    {
        _task = task;
        _services = services;
        _cancel = cancel;
        _interval = IntervalOf(task.HeartbeatTimeout);
    }

    /// <summary>Details that were not sent yet; null when there are none.</summary>
    public Payloads? Unsent
    {
        get
        {
            lock (_gate)
            {
                return _unsent;
            }
        }
    }

    public static TimeSpan IntervalOf(TimeSpan? heartbeatTimeout)
    {
        if (heartbeatTimeout is not { } timeout || timeout <= TimeSpan.Zero)
        {
            return DefaultInterval;
        }

        var share = timeout * ShareOfTimeout;
        return share < MaximumInterval ? share : MaximumInterval;
    }

    public void Record(Payloads details)
    {
        lock (_gate)
        {
            _unsent = details;
        }

        SendIfDue();
    }

    public void Dispose()
    {
        lock (_gate)
        {
            _isDisposed = true;
            _timer?.Dispose();
        }
    }

    private void SendIfDue()
    {
        Payloads details;
        lock (_gate)
        {
            if (_isWaiting || _isDisposed || _unsent is null)
            {
                return;
            }

            details = _unsent;
            _unsent = null;
            _isWaiting = true;
            _timer ??= _services.Options.TimeProvider.CreateTimer(static state => ((HeartbeatThrottle)state!).IntervalPassed(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
            _timer.Change(_interval, Timeout.InfiniteTimeSpan);
        }

        _ = SendAsync(details);
    }

    private void IntervalPassed()
    {
        lock (_gate)
        {
            _isWaiting = false;
        }

        SendIfDue();
    }

    private async Task SendAsync(Payloads details)
    {
        try
        {
            if (_services.External is { } external)
            {
                details = await external.StoreAsync(details, PayloadRewriting.Rewrite);
            }

            var response = await _services.Service!.RecordActivityTaskHeartbeatAsync(new RecordActivityTaskHeartbeatRequest(_task.Activity, details), CancellationToken.None);
            if (ReasonToStop(response) is { } reason)
            {
                _cancel(reason);
            }
        }
        catch (HoldfastException exception) when (exception.Code == ErrorCodes.StaleAttempt || exception.Code == ErrorCodes.NotFound)
        {
            _cancel(ActivityCancelReason.TimedOut);
        }
        catch (Exception exception)
        {
            ActivityLog.HeartbeatLost(_services.Logger, _task.ActivityType, _task.Activity, exception);
            KeepUnlessNewer(details);
        }
    }

    private static ActivityCancelReason? ReasonToStop(RecordActivityTaskHeartbeatResponse response) => response switch
    {
        { CancelRequested: true } => ActivityCancelReason.CancelRequested,
        { Paused: true } => ActivityCancelReason.Paused,
        { Reset: true } => ActivityCancelReason.Reset,
        _ => null,
    };

    private void KeepUnlessNewer(Payloads details)
    {
        lock (_gate)
        {
            _unsent ??= details;
        }
    }
}

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

    private readonly Lock gate = new();
    private readonly ActivityTask task;
    private readonly ActivityServices services;
    private readonly Action<ActivityCancelReason> cancel;
    private readonly TimeSpan interval;
    private ITimer? timer;
    private Payloads? unsent;
    private bool isWaiting;
    private bool isDisposed;

    public HeartbeatThrottle(ActivityTask task, ActivityServices services, Action<ActivityCancelReason> cancel)
    {
        this.task = task;
        this.services = services;
        this.cancel = cancel;
        interval = IntervalOf(task.HeartbeatTimeout);
    }

    /// <summary>Details that were not sent yet; null when there are none.</summary>
    public Payloads? Unsent
    {
        get
        {
            lock (gate)
            {
                return unsent;
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
        lock (gate)
        {
            unsent = details;
        }

        SendIfDue();
    }

    public void Dispose()
    {
        lock (gate)
        {
            isDisposed = true;
            timer?.Dispose();
        }
    }

    private void SendIfDue()
    {
        Payloads details;
        lock (gate)
        {
            if (isWaiting || isDisposed || unsent is null)
            {
                return;
            }

            details = unsent;
            unsent = null;
            isWaiting = true;
            timer ??= services.Options.TimeProvider.CreateTimer(static state => ((HeartbeatThrottle)state!).IntervalPassed(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
            timer.Change(interval, Timeout.InfiniteTimeSpan);
        }

        _ = SendAsync(details);
    }

    private void IntervalPassed()
    {
        lock (gate)
        {
            isWaiting = false;
        }

        SendIfDue();
    }

    private async Task SendAsync(Payloads details)
    {
        try
        {
            if (services.External is { } external)
            {
                details = await external.StoreAsync(details, PayloadRewriting.Rewrite);
            }

            var response = await services.Service!.RecordActivityTaskHeartbeatAsync(new RecordActivityTaskHeartbeatRequest(task.Activity, details), CancellationToken.None);
            if (ReasonToStop(response) is { } reason)
            {
                cancel(reason);
            }
        }
        catch (HoldfastException exception) when (exception.Code == ErrorCodes.StaleAttempt || exception.Code == ErrorCodes.NotFound)
        {
            cancel(ActivityCancelReason.TimedOut);
        }
        catch (Exception exception)
        {
            ActivityLog.HeartbeatLost(services.Logger, task.ActivityType, task.Activity, exception);
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
        lock (gate)
        {
            unsent ??= details;
        }
    }
}

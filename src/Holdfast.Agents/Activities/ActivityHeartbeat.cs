namespace Holdfast.Agents;

/// <summary>Sends heartbeats while an attempt is under way, so that a lost worker is noticed long before the attempt's time is up, and a cancellation arrives.</summary>
internal static class ActivityHeartbeat
{
    // Two beats may be lost before the silence counts.
    private const int BeatsPerTimeout = 3;

    public static ITimer? Begin(TimeProvider timeProvider)
    {
        var context = ActivityContext.Current;
        if (context.Info.HeartbeatTimeout is not { } timeout)
        {
            return null;
        }

        var interval = timeout / BeatsPerTimeout;
        return timeProvider.CreateTimer(static state => ((ActivityContext)state!).Heartbeat(), context, interval, interval);
    }
}

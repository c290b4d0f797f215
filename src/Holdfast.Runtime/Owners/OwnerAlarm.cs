namespace Holdfast.Runtime;

/// <summary>Posts a message to its owner at a time; of several times, the one set last counts. For what is rare: the owner's loop does not look at it.</summary>
internal sealed class OwnerAlarm(ShardOwner owner, TimeProvider timeProvider, Func<OwnerMessage> message) : IDisposable
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(1);
    private ITimer? _timer;

    /// <summary>When the message comes; null when none does.</summary>
    public DateTimeOffset? DueTime { get; private set; }

    /// <summary>Sets the time, or takes it back; the message may come early, and a day after now at the latest.</summary>
    public void Set(DateTimeOffset? dueTime)
    {
        if (dueTime is not { } due)
        {
            DueTime = null;
            return;
        }

        // Timers count in whole milliseconds, and one that came early would find nothing to do.
        var now = owner.Now;
        var wait = TimeSpan.FromMilliseconds(Math.Clamp(Math.Ceiling((due - now).TotalMilliseconds), 0, LongestWait.TotalMilliseconds));
        DueTime = now + wait;
        _timer ??= timeProvider.CreateTimer(static self => ((OwnerAlarm)self!).Post(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _timer.Change(wait, Timeout.InfiniteTimeSpan);
    }

    public void Dispose() => _timer?.Dispose();

    private void Post() => owner.Mailbox.Post(message());
}

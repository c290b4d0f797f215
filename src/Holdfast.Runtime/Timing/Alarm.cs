namespace Holdfast.Runtime;

/// <summary>Comes back at a time; of several times, the one set last counts. Threading: its user guards everything but <see cref="NextDueTime"/>.</summary>
/// <param name="timeProvider">The clock.</param>
/// <param name="due">
/// Called on a thread of the clock: at the time, or earlier, since no wait is longer than a day. It has the user <see cref="Clear"/> the alarm and set it anew.
/// </param>
internal sealed class Alarm(TimeProvider timeProvider, Action due) : IDisposable
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(1);
    private ITimer? _timer;
    private long _dueTicks = long.MaxValue;

    /// <summary>When it comes back; null when it does not.</summary>
    public DateTimeOffset? NextDueTime => Interlocked.Read(ref _dueTicks) is var ticks && ticks == long.MaxValue ? null : new DateTimeOffset(ticks, TimeSpan.Zero);

    /// <summary>From now on it is to come back at another time, or not at all.</summary>
    public void Set(DateTimeOffset? time, DateTimeOffset now)
    {
        if (time is not { } first)
        {
            Clear();
            return;
        }

        // Timers count in whole milliseconds, and one that came early would find nothing to do.
        var wait = TimeSpan.FromMilliseconds(Math.Clamp(Math.Ceiling((first - now).TotalMilliseconds), 0, LongestWait.TotalMilliseconds));
        var dueTicks = (now + wait).UtcTicks;
        if (Interlocked.Exchange(ref _dueTicks, dueTicks) != dueTicks)
        {
            _timer ??= timeProvider.CreateTimer(static due => ((Action)due!)(), due, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
            _timer.Change(wait, Timeout.InfiniteTimeSpan);
        }
    }

    /// <summary>It came back, or need not: the next time is set anew, even if it is the same.</summary>
    public void Clear() => Interlocked.Exchange(ref _dueTicks, long.MaxValue);

    public void Dispose() => _timer?.Dispose();
}

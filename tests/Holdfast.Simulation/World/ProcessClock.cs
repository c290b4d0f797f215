using Holdfast.Testing;

namespace Holdfast.Simulation;

/// <summary>
/// The clock of one process, or of one worker in it: it may be set to another time than the world's, its timers end with it, and while the process is stopped they wait.
/// </summary>
internal sealed class ProcessClock(VirtualTimeProvider clock) : TimeProvider
{
    private readonly List<ITimer> _timers = [];
    private readonly List<Action> _due = [];
    private bool _isStopped;
    private bool _isDead;

    /// <summary>How far it goes before the world's clock; may be negative.</summary>
    public TimeSpan Skew { get; set; }

    public override TimeZoneInfo LocalTimeZone => clock.LocalTimeZone;

    public override long TimestampFrequency => clock.TimestampFrequency;

    public override DateTimeOffset GetUtcNow() => clock.GetUtcNow() + Skew;

    public override long GetTimestamp() => clock.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var isDue = false;
        var timer = clock.CreateTimer(
            s =>
            {
                if (!_isStopped)
                {
                    callback(s);
                }
                else if (!isDue)
                {
                    isDue = true; // once, however often it falls due
                    _due.Add(() =>
                    {
                        isDue = false;
                        callback(s);
                    });
                }
            },
            state,
            dueTime,
            period);
        _timers.Add(timer);
        return timer;
    }

    /// <summary>The process stops.</summary>
    public void Stop() => _isStopped = true;

    /// <summary>The process goes on: what has fallen due comes now.</summary>
    public void GoOn()
    {
        _isStopped = false;
        List<Action> due = [.. _due];
        _due.Clear();
        foreach (var fire in due)
        {
            if (!_isDead)
            {
                fire();
            }
        }
    }

    public void Die()
    {
        _isDead = true;
        _timers.ForEach(t => t.Dispose());
    }
}

using Holdfast.Testing;

namespace Holdfast.Simulation;

/// <summary>The clock of one process, or of one worker in it: it may be set to another time than the world's, and its timers end with it.</summary>
internal sealed class ProcessClock(VirtualTimeProvider clock) : TimeProvider
{
    private readonly List<ITimer> _timers = [];

    /// <summary>How far it goes before the world's clock; may be negative.</summary>
    public TimeSpan Skew { get; set; }

    public override TimeZoneInfo LocalTimeZone => clock.LocalTimeZone;

    public override long TimestampFrequency => clock.TimestampFrequency;

    public override DateTimeOffset GetUtcNow() => clock.GetUtcNow() + Skew;

    public override long GetTimestamp() => clock.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = clock.CreateTimer(callback, state, dueTime, period);
        _timers.Add(timer);
        return timer;
    }

    public void Die() => _timers.ForEach(t => t.Dispose());
}

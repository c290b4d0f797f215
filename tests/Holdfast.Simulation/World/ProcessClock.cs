using Holdfast.Testing;

namespace Holdfast.Simulation;

/// <summary>The clock of one process: its timers end with it.</summary>
internal sealed class ProcessClock(VirtualTimeProvider clock) : TimeProvider
{
    private readonly List<ITimer> _timers = [];

    public override TimeZoneInfo LocalTimeZone => clock.LocalTimeZone;

    public override long TimestampFrequency => clock.TimestampFrequency;

    public override DateTimeOffset GetUtcNow() => clock.GetUtcNow();

    public override long GetTimestamp() => clock.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = clock.CreateTimer(callback, state, dueTime, period);
        _timers.Add(timer);
        return timer;
    }

    public void Die() => _timers.ForEach(t => t.Dispose());
}

namespace Holdfast.Testing;

/// <summary>
/// The clock of the engine's housekeeping: shows the time of the environment, but its timers are not among those to which time skips. They run when time has
/// passed them anyway, so that a periodic sweep is no reason for time to pass.
/// </summary>
internal sealed class HousekeepingClock(VirtualTimeProvider clock) : TimeProvider
{
    private readonly VirtualTimeProvider _timers = new(clock.GetUtcNow());

    public override TimeZoneInfo LocalTimeZone => clock.LocalTimeZone;

    public override long TimestampFrequency => clock.TimestampFrequency;

    public override DateTimeOffset GetUtcNow() => clock.GetUtcNow();

    public override long GetTimestamp() => clock.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) => _timers.CreateTimer(callback, state, dueTime, period);

    /// <summary>Runs the timers that time has passed.</summary>
    public void CatchUp() => _timers.AdvanceTo(clock.GetUtcNow());
}

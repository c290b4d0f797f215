namespace Holdfast.Testing;

/// <summary>A virtual clock as one kind of user sees it: the timers that are made here are noted as somebody's.</summary>
/// <param name="clock">The clock.</param>
/// <param name="waiterOf">Says, when a timer is made, who waits for it; null for nobody in particular.</param>
internal sealed class ClockView(VirtualTimeProvider clock, Func<object?> waiterOf) : TimeProvider
{
    public override TimeZoneInfo LocalTimeZone => clock.LocalTimeZone;

    public override long TimestampFrequency => clock.TimestampFrequency;

    public override DateTimeOffset GetUtcNow() => clock.GetUtcNow();

    public override long GetTimestamp() => clock.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        clock.CreateTimer(callback, state, dueTime, period, waiterOf());
}

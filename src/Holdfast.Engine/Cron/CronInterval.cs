namespace Holdfast.Engine;

/// <summary>A fixed interval, counted from the start of the first run, in whole seconds.</summary>
internal sealed class CronInterval(TimeSpan interval) : CronSchedule
{
    /// <inheritdoc/>
    public override DateTimeOffset? NextAfter(DateTimeOffset time) => time - TimeSpan.FromTicks(time.Ticks % TimeSpan.TicksPerSecond) + interval;

    private protected override DateTimeOffset? NextNotBefore(DateTimeOffset scheduled, DateTimeOffset now)
    {
        var missed = (now - scheduled).Ticks;
        var intervals = (missed / interval.Ticks) + (missed % interval.Ticks == 0 ? 0 : 1);
        return scheduled + TimeSpan.FromTicks(intervals * interval.Ticks);
    }
}

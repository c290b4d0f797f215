using Holdfast.Testing;

namespace Holdfast.Runtime.Tests;

/// <summary>A machine's clock: the test's, and so much more or less.</summary>
internal sealed class SetBackClock(VirtualTimeProvider clock) : TimeProvider
{
    public TimeSpan Skew { get; set; }

    public override long TimestampFrequency => clock.TimestampFrequency;

    public override DateTimeOffset GetUtcNow() => clock.GetUtcNow() + Skew;

    public override long GetTimestamp() => clock.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) => clock.CreateTimer(callback, state, dueTime, period);
}
